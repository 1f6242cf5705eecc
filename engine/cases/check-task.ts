import type { Answers, Case, Finding, Form, Refusal, Task, Version } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { checkAnswers } from '../forms/index.ts';
import { surroundings } from './context.ts';
import { elementAt } from './elements.ts';
import { lateFor } from './lateness.ts';

export function refuse(reason: string, message: string, findings: Finding[] = []): Refusal {
  return { kind: 'refused', reason, message, findings };
}

/** Everything wrong with a form's answers for these children, each finding beside its question. */
export function findAnswers(
  version: Version,
  kase: Case,
  form: Form,
  children: string[],
  answers: Answers,
  now: string,
): Finding[] {
  return checkAnswers({
    form,
    dictionary: version.dictionary,
    blocks: version.blocks,
    answers,
    children: children.map((id) => {
      const child = kase.children.find((one) => one.id === id);
      return {
        id,
        unborn: child ? !child.born && child.expected !== undefined : false,
        late: lateFor(version, kase, form, id, answers, now),
        context: surroundings(version, kase, id, dayOf(now)),
      };
    }),
    hasRows: (block) => kase.filled?.includes(block) ?? false,
    reasonsNeeded: true,
    purpose: 'complete',
  });
}

/** Some steps are not for the author of an earlier one: a piece of work is authorised by somebody else. */
export function refuseAuthor(version: Version, kase: Case, task: Task, by: string): Refusal | undefined {
  const before = elementAt(version.pathway, task.step)?.notBy;
  if (!before) return undefined;
  const own = task.children.some((child) => kase.last[child]?.[before]?.by === by);
  if (!own) return undefined;
  const name = elementAt(version.pathway, before)?.name ?? before;
  return refuse(
    'author-may-not-authorise',
    `You completed “${name}” yourself. Someone else has to do this step: give the task to a colleague who may.`,
  );
}

/** Nothing new begins in an episode that has ended: what is heard now may be the start of another. */
export function refuseEnded(kase: Case, children: string[]): Refusal | undefined {
  const ended = kase.children.some(
    ({ id, episodes }) =>
      children.includes(id) && episodes.length > 0 && episodes.every((episode) => episode.closed),
  );
  return ended
    ? refuse(
        'episode-closed',
        'Our work with this child has ended. Record a contact: it may be a new referral.',
      )
    : undefined;
}
