import { isDeepStrictEqual } from 'node:util';

export type Row = Record<string, unknown>;

/** A row as somebody sends it, and as it stood when they began to write over it. */
export interface GivenRow {
  row: Row;
  /** absent: it is what stands there now, or not known */
  base?: Row;
}

export interface MergedRows {
  rows: Row[];
  /** a row that was there already is not what it was */
  changed: boolean;
  /** rows in which somebody else wrote another thing into the same cell meanwhile, as they stand now */
  clashes: Row[];
}

/**
 * Rows are added, or change the row of their id. Where somebody changed the row meanwhile, each cell keeps what was
 * written last on purpose: a cell that the sender left as they found it gives way to the other's.
 */
export function mergeRows(rows: readonly Row[], given: readonly GivenRow[]): MergedRows {
  const merged: MergedRows = { rows: [...rows], changed: false, clashes: [] };
  for (const { row, base } of given) {
    const at = merged.rows.findIndex((one) => one['id'] === row['id']);
    const there = merged.rows[at];
    if (!there) {
      merged.rows.push(row);
      continue;
    }
    if (base && clash(there, base, row)) merged.clashes.push(there);
    const next = base ? { ...row, ...othersCells(there, base, row) } : row;
    if (!differs(there, next)) continue;
    merged.changed = true;
    merged.rows[at] = { ...there, ...next };
  }
  return merged;
}

/** Cells that the sender left as they were, with what somebody else put there meanwhile. */
function othersCells(there: Row, base: Row, row: Row): Row {
  const left = cellsOf(there, base).filter((cell) => isDeepStrictEqual(row[cell], base[cell]));
  return Object.fromEntries(left.map((cell) => [cell, there[cell]]));
}

/** Both wrote into one cell, and not the same. */
function clash(there: Row, base: Row, row: Row): boolean {
  return cellsOf(base, row, there).some(
    (cell) =>
      !isDeepStrictEqual(there[cell], base[cell]) &&
      !isDeepStrictEqual(row[cell], base[cell]) &&
      !isDeepStrictEqual(row[cell], there[cell]),
  );
}

/** A row sent back as it was read is no change: it stays with the record that wrote it. */
function differs(there: Row, row: Row): boolean {
  return cellsOf(row).some((cell) => !isDeepStrictEqual(there[cell], row[cell]));
}

/** What is written in rows: not which row it is, nor which record wrote it last. */
function cellsOf(...rows: Row[]): string[] {
  const cells = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...cells].filter((cell) => cell !== 'record' && cell !== 'id');
}
