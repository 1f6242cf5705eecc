import type { Element, Finding, Process } from '../../contracts/index.ts';
import { after, called, elementOf, incoming, loops, outgoing } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** What is done side by side is either a plain row of steps or a stage: a reader sees at once where branches meet again. */
export function branchIsStage({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    process.elements
      .filter((element) => element.kind === 'fork' && outgoing(process, element.id).length > 1)
      .flatMap((fork) => outgoing(process, fork.id).flatMap((flow) => branching(process, fork, flow.to))),
  );
}

function branching(process: Process, fork: Element, first: string): Finding[] {
  const branch = untilJoin(process, first);
  const turning = loops(process).some((loop) => [...loop].every((id) => branch.has(id)));
  const split = process.elements.some(
    ({ id, kind }) => branch.has(id) && kind === 'question' && outgoing(process, id).length > 1,
  );
  if (!turning && !split) return [];
  const start = elementOf(process, first);
  return [
    finding(
      'branch-is-stage',
      'warning',
      { id: first },
      `The branch of ${called(fork)} that begins with ${start ? called(start) : first} holds a question or a loop. ` +
        'Draw the branch as a stage of its own.',
    ),
  ];
}

/** The elements of a branch, up to where it meets another. */
function untilJoin(process: Process, first: string): Set<string> {
  const branch = new Set<string>();
  const queue = [first];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const element = elementOf(process, id);
    const joins = element?.kind === 'fork' && incoming(process, id).length > 1;
    if (branch.has(id) || joins) continue;
    branch.add(id);
    queue.push(...after(process, id));
  }
  return branch;
}
