import { Damaged, type PageAsked, type Paged } from './port.ts';

export const defaultLimit = 50;
const mostRows = 500;

/** Rows to read: one more than asked for shows whether there is a next page. */
export function limitOf(page: PageAsked | undefined): number {
  return Math.max(1, Math.min(mostRows, Math.trunc(page?.limit ?? defaultLimit)));
}

/** The place to go on from, as an opaque text. */
export function writePlace(place: (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a place back; a text that no page gave out means: from the beginning. */
export function readPlace(after: string | undefined, length: number): (string | number)[] | undefined {
  if (after === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    const fits =
      Array.isArray(place) &&
      place.length === length &&
      place.every((part) => typeof part === 'string' || typeof part === 'number');
    return fits ? (place as (string | number)[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a page of `limit + 1` rows read: opens each, leaves out what was let go of, and names the damaged. */
export function toPage<Raw, Row>(
  raw: Raw[],
  limit: number,
  open: (row: Raw) => Row | undefined,
  placeOf: (row: Raw) => (string | number)[],
): Paged<Row> {
  const rows: Row[] = [];
  const damaged: string[] = [];
  const shown = raw.slice(0, limit);
  for (const row of shown) {
    try {
      const opened = open(row);
      if (opened !== undefined) rows.push(opened);
    } catch (fault) {
      if (!(fault instanceof Damaged)) throw fault;
      damaged.push(fault.id);
    }
  }
  const last = shown.at(-1);
  return {
    rows,
    ...(raw.length > limit && last !== undefined ? { next: writePlace(placeOf(last)) } : {}),
    ...(damaged.length > 0 ? { damaged } : {}),
  };
}
