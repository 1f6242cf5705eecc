import { dayOf } from '#engine';
import type { Moment } from '#engine';
import type { Services } from '../services.ts';
import { allDocuments, type TaskRow } from '../store/port.ts';

/** What a manager did about a late task, and why it is late. */
export interface Dealt {
  kind: 'dealt';
  case: string;
  task: string;
  /** whom the task is about; notes of earlier have none */
  children?: string[];
  /** the date that had passed when it was dealt with: another date makes it news again */
  due: string;
  how: 'given' | 'explained' | 'escalated' | 'answered';
  reason: string;
  by: string;
  at: Moment;
}

/** For so many days a late task that was dealt with is no news; then it is looked at again. */
export const holdsDays = 28;

const ownerIn = (moment: Moment): string => `dealt-${moment.slice(0, 7)}`;
const idOf = (task: string): string => `late.${task}`;

/** Notes of late tasks what was done about them; one that is not late has nothing to deal with. */
export async function dealWith(
  { store, clock }: Services,
  tasks: TaskRow[],
  did: Pick<Dealt, 'how' | 'reason' | 'by'>,
): Promise<void> {
  const at = clock.now();
  for (const task of tasks) {
    const due = task.due?.on;
    if (due === undefined || !isPast(due, at)) continue;
    const there = await store.document<Dealt>('escalation', idOf(task.id));
    const children = task.children.map(({ id }) => id);
    const body: Dealt = { kind: 'dealt', case: task.case, task: task.id, children, due, ...did, at };
    // whoever deals with it in the same moment has done so too: either note serves
    await store.put({
      ...{ kind: 'escalation', id: idOf(task.id), owner: ownerIn(at), about: task.case, case: task.case },
      ...{ body, expecting: there?.revision ?? 0, change: { kind: 'case', case: task.case } },
    });
  }
}

/** A day has passed when it is over, a moment when it has come. */
export function isPast(due: string, now: Moment): boolean {
  return due.includes('T') ? due < now : due < dayOf(now);
}

/** What was done about late tasks lately, by task. */
export async function dealtWith({ store, clock }: Services): Promise<Map<string, Dealt>> {
  const now = clock.now();
  const since = new Date(Date.parse(now) - holdsDays * 86_400_000).toISOString();
  const owners = [...new Set([ownerIn(since), ownerIn(now)])];
  const found = await Promise.all(
    owners.map((owner) => allDocuments<Dealt>(store, { kind: 'escalation', owner })),
  );
  return new Map(
    found
      .flat()
      .map(({ body }) => body)
      .filter((one) => one.at >= since)
      .map((one) => [one.task, one]),
  );
}
