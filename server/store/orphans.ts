import type { Moment } from '#engine';
import type { StoredDocument } from './rows.ts';
import type { Paged } from './views.ts';

/** A file that belongs to no family waits this long for the form it was sent for. */
const waitsMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** True of a file sent so long ago that no form it was sent for is open any more, unless a draft names it. */
export function isLeftBehind(sent: Moment, now: Moment): boolean {
  return Date.parse(sent) < Date.parse(now) - waitsMilliseconds;
}

/** Those of the files that no draft names. */
export async function unnamedIn(
  drafts: (after?: string) => Paged<StoredDocument> | Promise<Paged<StoredDocument>>,
  files: string[],
): Promise<string[]> {
  let left = files;
  let after: string | undefined;
  do {
    if (left.length === 0) return left;
    const page = await drafts(after);
    const said = JSON.stringify(page.rows);
    left = left.filter((id) => !said.includes(id));
    after = page.next;
  } while (after !== undefined);
  return left;
}
