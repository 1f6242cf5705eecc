import { isDeepStrictEqual } from 'node:util';
import type { Moment } from '#engine';
import type { LivingPart, Store } from '../store/port.ts';
import type { Row } from '../withholding/index.ts';

/** Revisions that are looked back over: more than a plan of years has. */
const most = 400;

/** A living document as it is now and as it was, the newest first. */
export async function earlierParts(store: Store, caseId: string, part: string): Promise<LivingPart[]> {
  const now = await store.part(caseId, part);
  if (!now) return [];
  const earlier = Array.from({ length: Math.min(now.revision - 1, most) }, (_, at) => now.revision - 1 - at);
  const found = await Promise.all(earlier.map((revision) => store.part(caseId, part, revision)));
  return [now, ...found.filter((one) => one !== undefined)];
}

/** The rows of a block as they are now. */
export function rowsNow(parts: readonly LivingPart[], block: string): Row[] {
  return parts[0]?.blocks[block] ?? [];
}

const rowIn = (part: LivingPart, block: string, id: unknown): Row | undefined =>
  part.blocks[block]?.find((row) => row['id'] === id);

/** Who put into a cell what stands there, and when. */
export function since(
  parts: readonly LivingPart[],
  block: string,
  row: Row,
  column: string,
): { by: string; at: Moment } | undefined {
  let last: LivingPart | undefined;
  for (const part of parts) {
    const then = rowIn(part, block, row['id']);
    if (!then || !isDeepStrictEqual(then[column], row[column])) break;
    last = part;
  }
  return last && { by: last.by, at: last.at };
}

/** Everything that ever stood in a cell of words: what names the row by words it had once still means it. */
export function wordsEver(
  parts: readonly LivingPart[],
  block: string,
  row: Row,
  column: string,
): Set<string> {
  const words = parts.map((part) => rowIn(part, block, row['id'])?.[column]);
  return new Set(words.filter((one) => typeof one === 'string').map(plainly));
}

/** Words as they are compared: case, space and the end of what is too long for a line do not count. */
export function plainly(words: string): string {
  return words.trim().replaceAll(/\s+/g, ' ').toLowerCase().slice(0, 280);
}
