import type { Filter } from 'mongodb';
import { toPage } from '../paging.ts';
import type { Paged, Reader } from '../port.ts';
import { everyone } from './collections.ts';

const mostWords = 6;

/**
 * A value as it may stand in a filter. Types end where HTTP begins: what is not a text here would be read by the
 * database as an operator.
 */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A filter takes texts only.');
  return value;
}

export function texts(values: unknown): string[] {
  if (!Array.isArray(values)) throw new TypeError('A filter takes a list of texts only.');
  return values.map(text);
}

/** Fields that must be equal: those that were asked for. */
export function equal(fields: Record<string, string | undefined>): Record<string, string> {
  const asked = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(asked.map(([field, value]) => [field, text(value)]));
}

/** What a reader may see: what is for everyone or names them, but for the cases left out. `field` holds the case's id. */
export function visible<T>({ reader, without }: Reader, field: 'case' | 'id'): Filter<T> {
  const left = without && without.length > 0 ? { [field]: { $nin: texts(without) } } : {};
  return { $and: [{ seenBy: { $in: [everyone, text(reader)] } }, left] } as Filter<T>;
}

/** Rows beyond a place in the order of two fields. The first bound lets an index begin there. */
export function after<T>(
  first: string,
  second: string,
  place: (string | number)[],
  beyond: '$gt' | '$lt' = '$gt',
): Filter<T> {
  const [a, b] = [text(place[0]), text(place[1])];
  const from = beyond === '$gt' ? '$gte' : '$lte';
  const filter = {
    [first]: { [from]: a },
    $or: [{ [first]: { [beyond]: a } }, { [first]: a, [second]: { [beyond]: b } }],
  };
  return filter as Filter<T>;
}

/**
 * One element of a list field begins with this: a pattern of ours, in which every sign is taken as it stands. Anchored,
 * it is a range of the index. (`$elemMatch` with two bounds would say the same; the server of the tests looks at each
 * bound by itself.)
 */
export function beginning(start: string): { $regex: string } {
  return { $regex: `^${text(start).replaceAll(/[^\p{L}\p{N}\u{80}-\u{10FFFF}]/gu, String.raw`\$&`)}` };
}

/** The words somebody looks for, each the beginning of one. */
export function wordsIn(asked: string): string[] {
  return text(asked)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords);
}

/** Makes a page of `limit + 1` rows read; what was let go of is left out without a word. */
export function pageOf<Raw, Row>(
  raw: Raw[],
  limit: number,
  open: (row: Raw) => Row | undefined,
  placeOf: (row: Raw) => (string | number)[],
): Paged<Row> {
  const page = toPage(raw, limit, open, placeOf);
  return { ...page, rows: page.rows.filter((row) => row !== undefined) };
}
