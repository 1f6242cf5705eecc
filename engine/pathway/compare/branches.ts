import type { Element, Flow, Process } from '../../contracts/index.ts';
import { outgoing } from '../graph.ts';
import { pairs, quoted } from './both.ts';
import type { Both } from './change.ts';

/** A branch of a question that stands in both drawings. */
export interface BranchPair {
  question: Element;
  before: Flow;
  after: Flow;
  /** the processes the question stands in */
  was: Process;
  is: Process;
}

/** Questions that split the way in both drawings, with the processes they stand in. */
export function questionPairs(both: Both): { question: Element; was: Process; is: Process }[] {
  return pairs(both)
    .filter(({ after }) => after.element.kind === 'question')
    .map(({ before, after }) => ({ question: after.element, was: before.process, is: after.process }))
    .filter(({ question: { id }, was, is }) => outgoing(was, id).length > 1 && outgoing(is, id).length > 1);
}

export function branchPairs(both: Both): BranchPair[] {
  return questionPairs(both).flatMap(({ question, was, is }) => {
    const old = outgoing(was, question.id);
    return outgoing(is, question.id).flatMap((after) => {
      const before = sameBranch(after, old, outgoing(is, question.id));
      return before ? [{ question, before, after, was, is }] : [];
    });
  });
}

/** The branch of the other drawing that this one is: by id, or else by what it is called, or by when it is taken. */
export function sameBranch(flow: Flow, others: Flow[], own: Flow[]): Flow | undefined {
  const byId = others.find(({ id }) => id === flow.id);
  if (byId) return byId;
  const free = others.filter(({ id }) => !own.some((one) => one.id === id));
  return (
    free.find(({ name }) => name !== '' && name === flow.name) ??
    free.find(({ condition }) => condition !== undefined && condition === flow.condition) ??
    free.find(({ to, name }) => to === flow.to && name === '' && flow.name === '')
  );
}

/** How a sentence names a branch: by what is written on its line. */
export const branchName = ({ name }: Flow): string =>
  name === '' ? 'branch without a name' : `branch ${quoted(name)}`;
