import type { Host } from '../host.ts';

/**
 * The ids of all cases on a version in which something is open, page by page; with a team, only those it holds.
 * Where work has ended there is nothing to move; `ended`: these too.
 */
export async function* casesOn(
  host: Host,
  version: string,
  { team, ended = false }: { team?: string; ended?: boolean } = {},
): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { rows, next } = await host.store.list('cases', {}, { limit: 500, ...(after ? { after } : {}) });
    for (const row of rows) {
      if (row.version !== version || !(row.open || ended)) continue;
      if (team === undefined || (await host.store.family(row.id))?.team === team) yield row.id;
    }
    after = next;
  } while (after);
}

/** How many cases in which something is open run on each version. */
export async function countByVersion(host: Host): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const { rows, next } = await host.store.list('cases', {}, { limit: 500, ...(after ? { after } : {}) });
    for (const { version, open } of rows) if (open) counts.set(version, (counts.get(version) ?? 0) + 1);
    after = next;
  } while (after);
  return counts;
}
