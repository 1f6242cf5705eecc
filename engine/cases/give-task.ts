import type { Case, Outcome } from '../contracts/index.ts';
import { refuse } from './check-task.ts';
import { copyOf } from './working.ts';

/** Gives open tasks to a person, or puts them back in the team's queue (`to` null). */
export function giveTasks(
  kase: Case,
  given: { tasks: string[]; to: string | null; reason?: string },
  act: { by: string; now: string },
): Outcome {
  const copy = copyOf(kase);
  const history = given.tasks.flatMap((id) => {
    const task = copy.tasks.find((one) => one.id === id);
    if (!task || task.assignee === (given.to ?? undefined)) return [];
    const before = task.assignee;
    if (given.to === null) delete task.assignee;
    else task.assignee = given.to;
    return {
      ...{ id: `${copy.id}-${String(copy.next++)}`, case: copy.id, kind: 'task-given' as const },
      ...{ at: act.now, by: act.by, children: task.children },
      about: { task: id, step: task.step, to: given.to, before, reason: given.reason },
    };
  });
  if (history.length === 0) {
    return refuse('nothing-to-give', 'These tasks are with that person already, or no longer open.');
  }
  return { kind: 'done', case: copy, blocks: [], people: [], history, warnings: [] };
}
