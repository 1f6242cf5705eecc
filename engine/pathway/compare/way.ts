import type { Element } from '../../contracts/index.ts';
import { incoming, outgoing } from '../graph.ts';
import { changeOf, pairs, placeName, titled } from './both.ts';
import { branchName, branchPairs, questionPairs, sameBranch } from './branches.ts';
import type { Both, Change, Kind } from './change.ts';
import { caught, goalOf, goalOfFlow } from './goals.ts';

/** Where the path goes after a step, stage, wait or start; where each branch leads; which is taken when no other fits. */
export const way: Kind = (both) => [
  ...pairs(both).flatMap(({ before, after }) => {
    const { element } = after;
    if (!leads(both, element)) return [];
    const was = goalOf(both.before, before.process, element.id);
    const is = goalOf(both.after, after.process, element.id);
    if (was.key === is.key) return [];
    return [
      changeOf(
        both,
        'way',
        element.id,
        `${from(both, element)} the path now goes to ${is.says} (before: ${was.says}).`,
      ),
    ];
  }),
  ...branches(both),
];

/** Lines out of questions are told branch by branch; those that are only passed through, with what leads to them. */
function leads({ is, was }: Both, { id, kind }: Element): boolean {
  if (kind === 'question' || kind === 'note' || kind === 'wait') return false;
  const [before, after] = [was.get(id)?.process, is.get(id)?.process];
  if (kind !== 'fork') return true;
  return [before, after].every((process) => process !== undefined && incoming(process, id).length > 1);
}

function from({ after, is }: Both, element: Element): string {
  const process = is.get(element.id)?.process;
  switch (element.kind) {
    case 'start':
      return `At the start of ${process ? placeName(after, process) : titled(element)},`;
    case 'fork':
      return element.name
        ? `Once the branches have met at ${titled(element)},`
        : 'Once the branches have met,';
    case 'message-boundary':
    case 'timer-boundary':
    case 'message-catch':
    case 'timer-catch':
      return `After ${caught(after, element)}`;
    default:
      return `After ${titled(element)}`;
  }
}

function branches(both: Both): Change[] {
  const led = branchPairs(both).flatMap(({ question, before, after, was, is }) => {
    const [old, now] = [goalOfFlow(both.before, was, before), goalOfFlow(both.after, is, after)];
    if (old.key === now.key) return [];
    return [
      changeOf(
        both,
        'way',
        question.id,
        `The ${branchName(after)} of ${titled(question)} now leads to ${now.says} (before: ${old.says}).`,
      ),
    ];
  });
  return [
    ...questionPairs(both).flatMap((pair) => [...newOrGone(both, pair), ...defaults(both, pair)]),
    ...led,
  ];
}

type QuestionPair = ReturnType<typeof questionPairs>[number];

function newOrGone(both: Both, { question, was, is }: QuestionPair): Change[] {
  const [old, now] = [outgoing(was, question.id), outgoing(is, question.id)];
  const say = (sentence: string): Change => changeOf(both, 'way', question.id, sentence);
  return [
    ...now
      .filter((flow) => !sameBranch(flow, old, now))
      .map((flow) => {
        const goal = goalOfFlow(both.after, is, flow).says;
        return say(`${titled(question)} has a new ${branchName(flow)}, which leads to ${goal}.`);
      }),
    ...old
      .filter((flow) => !sameBranch(flow, now, old))
      .map((flow) => say(`${titled(question)} no longer has the ${branchName(flow)}.`)),
  ];
}

function defaults(both: Both, { question, was, is }: QuestionPair): Change[] {
  const [old, now] = [outgoing(was, question.id), outgoing(is, question.id)].map((flows) =>
    flows.find(({ isDefault }) => isDefault),
  );
  const same = now && sameBranch(now, outgoing(was, question.id), outgoing(is, question.id));
  if (old?.id === same?.id) return [];
  const name = (flow: typeof old): string => (flow ? `takes the ${branchName(flow)}` : 'has no way');
  return [
    changeOf(
      both,
      'way',
      question.id,
      `When no other answer fits, ${titled(question)} now ${name(now)} (before: it ${name(old)}).`,
    ),
  ];
}
