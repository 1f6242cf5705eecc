import { elementAt } from '#engine';
import type { PlaceChoice, Version } from '#engine';
import { sayList } from '../cases/index.ts';

/** A place of the new version in words: what is open there. */
export function sayPlace(to: Version, { to: ids }: PlaceChoice): string {
  if (ids.length === 0) return 'Nothing more is open: what was open here is done.';
  const names = ids.map((id) => `“${elementAt(to.pathway, id)?.name ?? id}”`);
  return `Open from then on: ${sayList(names)}.`;
}
