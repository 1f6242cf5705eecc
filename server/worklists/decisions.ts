import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';

/** How many steps back somebody is offered: an earlier one is reopened from its own page. */
const most = 8;

/** Steps of a family that were completed last: what a manager may open again, the latest first. */
export async function decisionsOf({ store }: Host, id: string) {
  const { rows } = await store.list('case-tasks', { case: id, state: 'done' }, { limit: 500 });
  const done = rows
    .flatMap((row) =>
      row.completed?.record ? [{ row, ...row.completed, record: row.completed.record }] : [],
    )
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, most);
  const names = await accountNames(
    store,
    done.map(({ by }) => by),
  );
  return {
    decisions: done.map(({ row, by, at, record }) => ({
      ...{ record, what: row.what, by: names.get(by) ?? 'Somebody who left', at },
      children: row.children.map(({ name }) => name),
    })),
  };
}
