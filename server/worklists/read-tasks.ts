import type { Host } from '../host.ts';
import type { TaskFilter, TaskRow } from '../store/port.ts';

/** How many rows are looked at before a list is only counted. */
export const most = 1000;

/** Open tasks in the store's order, the earliest due first, page by page up to a limit. */
export async function upTo(host: Host, filter: TaskFilter, limit = most): Promise<TaskRow[]> {
  const rows: TaskRow[] = [];
  let after: string | undefined;
  do {
    const page = await host.store.list('open-tasks', filter, {
      limit: Math.min(500, limit),
      ...(after ? { after } : {}),
    });
    rows.push(...page.rows);
    after = rows.length < limit ? page.next : undefined;
  } while (after);
  return rows;
}
