/** Rows of a table as they are written: each with an id of its own, cells by column. */
export type Row = Record<string, unknown> & { id: string };

/** Rows as they came, each with an id; anything else in the place of rows is no rows. */
export function rowsOf(value: unknown): Row[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown, at) =>
    typeof row === 'object' && row !== null ? [{ id: `row-${at}`, ...(row as Record<string, unknown>) }] : [],
  );
}

/** Earlier rows that this form has not changed, and those it has put another in the place of. */
export function splitEarlier(
  earlier: readonly Row[],
  own: readonly Row[],
): { standing: Row[]; changed: Set<string> } {
  const changed = new Set(own.filter(({ id }) => earlier.some((row) => row.id === id)).map(({ id }) => id));
  return { standing: earlier.filter(({ id }) => !changed.has(id)), changed };
}

/** One cell changed; a cell without anything in it is left out, and a row that is not there yet is added. */
export function withCell(rows: readonly Row[], row: Row, column: string, value: unknown): Row[] {
  const next: Row = { ...row };
  if (value === undefined) delete next[column];
  else next[column] = value;
  return rows.some(({ id }) => id === row.id)
    ? rows.map((one) => (one.id === row.id ? next : one))
    : [...rows, next];
}

/** The row one place up (-1) or down (1). */
export function moved(rows: readonly Row[], id: string, by: -1 | 1): Row[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = from + by;
  const row = rows[from];
  if (!row || to < 0 || to >= rows.length) return [...rows];
  const rest = rows.filter((one) => one.id !== id);
  return [...rest.slice(0, to), row, ...rest.slice(to)];
}

/** An id that no other row has. */
export function newRowId(): string {
  return `n-${crypto.randomUUID().slice(0, 8)}`;
}
