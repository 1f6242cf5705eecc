import type { Host } from '../host.ts';

/** The ids of all cases on a version, page by page; with a team, only those it holds. `after`: from there on. */
export async function* casesOn(
  host: Host,
  version: string,
  { team, after: start = '' }: { team?: string; after?: string } = {},
): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { rows, next } = await host.store.list('cases', {}, { limit: 500, ...(after ? { after } : {}) });
    for (const row of rows) {
      if (row.version !== version || row.id <= start) continue;
      if (team === undefined || (await host.store.family(row.id))?.team === team) yield row.id;
    }
    after = next;
  } while (after);
}

/** How many cases run on each version. */
export async function countByVersion(host: Host): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const { rows, next } = await host.store.list('cases', {}, { limit: 500, ...(after ? { after } : {}) });
    for (const { version } of rows) counts.set(version, (counts.get(version) ?? 0) + 1);
    after = next;
  } while (after);
  return counts;
}
