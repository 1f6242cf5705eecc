import { journeysAfter } from '#engine';
import type { Case, CaseRecord, HistoryEntry, Version } from '#engine';
import type { CaseJourneys, Commit, FamilyRow, Store } from '../store/port.ts';
import { making, standing, tallies } from './making.ts';
import { journeysRow } from './row.ts';

/** What a command changed, as it is about to be stored. */
export interface Changed {
  version: Version;
  before: Case;
  case: Case;
  family: FamilyRow;
  history: HistoryEntry[];
  record: CaseRecord | undefined;
  parts: NonNullable<Commit['parts']>;
}

/**
 * The journeys to store with a command. Undefined where none are known of the case as it was, because an earlier
 * release wrote it: a command does not wait until they are made anew.
 */
export async function journeysAfterChange(store: Store, changed: Changed): Promise<CaseJourneys | undefined> {
  const { before, family, history, record, version } = changed;
  const known = before.revision === 0 ? { journeys: [], madeBy: making } : await store.journeys(before.id);
  if (!known) return undefined;
  const journeys = journeysAfter(known.journeys, {
    ...{ version, case: changed.case, history, held: family },
    ...{ tallies, standing, records: record ? [record] : [], parts: await partsOf(store, changed) },
  });
  // those made by other definitions go on, with who held the family when, until they are made anew
  return journeysRow(family, journeys, known.madeBy);
}

/** Whoever begins now begins with what stands in every living document. */
async function partsOf(store: Store, { before, history, parts }: Changed): Promise<Changed['parts']> {
  const begins = history.some(({ kind }) => kind === 'episode-opened');
  if (!begins || before.revision === 0) return parts;
  const others = Object.keys(before.blocks).filter((id) => parts.every(({ part }) => part !== id));
  const there = await Promise.all(others.map((id) => store.part(before.id, id)));
  return [...there.filter((part) => part !== undefined), ...parts];
}
