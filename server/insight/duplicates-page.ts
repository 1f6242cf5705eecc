import { withMarks } from '#engine';
import type { DuplicateMark, Duplicates, PathTotals, Version, Ways } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { findBeside } from './find-beside.ts';
import { marksOf } from './marks.ts';

/** What a page shows of a version's duplicates, beside what new cases run on today. */
export interface DuplicatesPage extends Duplicates {
  /** false: the drawing can't be walked through yet, so nothing of its ways can be counted */
  walked: boolean;
  against?: { id: string; name: string; totals: Ways<PathTotals> };
}

/**
 * Duplicates of a version with the group's marks, and the totals of what new cases run on to hold them against: always
 * for a draft, and for a published version that is another.
 */
export async function duplicatesPage(
  host: Host,
  of: { version: Version; name: string; draft: boolean },
): Promise<DuplicatesPage> {
  const { version, name } = of;
  const [found, marks, current] = await Promise.all([
    findBeside(version),
    marksOf(host).then((some) => withNames(host, some)),
    host.versions.current(),
  ]);
  const page: DuplicatesPage = {
    ...{ ...found, name },
    walked: Object.keys(version.tables.tables).length > 0,
    looksSame: withMarks(found.looksSame, marks),
  };
  if (!of.draft && current.id === version.id) return page;
  const { totals } = await findBeside(current);
  const row = (await host.versions.list()).find(({ id }) => id === current.id);
  return { ...page, against: { id: current.id, name: row?.name ?? current.name, totals } };
}

/** Marks with the name of who made them. */
async function withNames(
  host: Host,
  marks: Record<string, DuplicateMark>,
): Promise<Record<string, DuplicateMark>> {
  const names = await accountNames(
    host.store,
    Object.values(marks).map(({ by }) => by),
  );
  return Object.fromEntries(
    Object.entries(marks).map(([pair, mark]) => [pair, { ...mark, by: names.get(mark.by) ?? '' }]),
  );
}
