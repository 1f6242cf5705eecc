import type { RowsShown } from '../contracts/index.ts';
import { namedLeftOut, type Making, type Row } from './making.ts';

/** The rows that a block shows of all there are, in their order; how many it does not show is said. */
export function rowsShownOf(
  making: Making,
  rows: Row[],
  { latest, without }: RowsShown,
  label: string,
): Row[] {
  const open = without
    ? rows.filter((row) => !without.values.includes(String(row[without.column] ?? '')))
    : rows;
  const shown = latest === undefined ? open : latestOf(open, latest);
  const count = rows.length - shown.length;
  if (count > 0) {
    const what = namedLeftOut(making, label);
    making.leftOut.push({ why: 'earlier', what, ...(count > 1 ? { count } : {}) });
  }
  return shown;
}

/** A row about several children is among the latest of each. */
function latestOf(rows: Row[], latest: number): Row[] {
  const kept = new Set<Row>();
  const counts = new Map<unknown, number>();
  for (const row of rows.toReversed()) {
    const whose = Array.isArray(row['childIds']) && row['childIds'].length > 0 ? row['childIds'] : [''];
    for (const child of whose as unknown[]) {
      const count = counts.get(child) ?? 0;
      counts.set(child, count + 1);
      if (count < latest) kept.add(row);
    }
  }
  return rows.filter((row) => kept.has(row));
}
