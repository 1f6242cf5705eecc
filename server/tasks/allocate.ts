import { giveTasks } from '#engine';
import { carryOut } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import type { Host } from '../host.ts';

export interface Allocation {
  case: string;
  tasks: string[];
  /** account id, or null: back to the team's queue */
  to: string | null;
  /** the person the tasks go to holds families: who, and in which team, should nobody hold this one yet */
  holder: { worker: string; team?: string } | undefined;
  by: string;
  commandId: string;
  reason?: string;
}

/** Gives tasks of one family to a person, or back to the team. */
export function allocate(host: Host, allocation: Allocation): Promise<Carried<{ given: string[] }>> {
  const { tasks, to, by, commandId, reason, holder } = allocation;
  return carryOut(host, {
    ...{ case: allocation.case, by, commandId },
    decide: (_, kase, act) => giveTasks(kase, { tasks, to, ...(reason ? { reason } : {}) }, act),
    held: (family) => (holder && !family.worker ? holder : {}),
    reply: (change) => ({ given: change.history.map((entry) => String(entry.about['task'])) }),
  });
}
