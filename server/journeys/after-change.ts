import { journeysAfter } from '#engine';
import type { Case, CaseRecord, HistoryEntry, Journey, Version } from '#engine';
import type { CaseJourneys, Commit, FamilyRow, Store } from '../store/port.ts';
import { making, tallies } from './making.ts';
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
  const known = before.revision === 0 ? [] : await knownOf(store, before.id);
  if (!known) return undefined;
  const journeys = journeysAfter(known, {
    ...{ version, case: changed.case, history, held: family },
    ...{ tallies, records: record ? [record] : [], parts: await partsOf(store, changed) },
  });
  return journeysRow(family, journeys);
}

async function knownOf(store: Store, id: string): Promise<Journey[] | undefined> {
  const made = await store.journeys(id);
  return made?.madeBy === making ? made.journeys : undefined;
}

/** Whoever begins now begins with what stands in every living document. */
async function partsOf(store: Store, { before, history, parts }: Changed): Promise<Changed['parts']> {
  const begins = history.some(({ kind }) => kind === 'episode-opened');
  if (!begins || before.revision === 0) return parts;
  const others = Object.keys(before.blocks).filter((id) => parts.every(({ part }) => part !== id));
  const there = await Promise.all(others.map((id) => store.part(before.id, id)));
  return [...there.filter((part) => part !== undefined), ...parts];
}
