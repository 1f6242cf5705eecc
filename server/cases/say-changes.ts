import type { HistoryEntry, Moment } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredCase, StoredEntry } from '../store/port.ts';
import { sayEntry } from './history-says.ts';

/** What somebody did in a family, without a word that was written in it. */
export interface FamilyChange {
  id: string;
  at: Moment;
  by: string;
  says: string;
  record?: string;
}

/** What tells most of what somebody did at once comes first: only that is said of it. */
const telling: HistoryEntry['kind'][] = [
  ...(['case-opened', 'task-completed', 'record-corrected', 'task-reopened', 'record-added'] as const),
  ...(['case-given', 'task-given', 'case-restricted', 'message-given', 'child-joined'] as const),
  ...(['person-changed', 'escalated', 'escalation-answered', 'lateness-explained'] as const),
  ...(['case-moved', 'case-move-reverted', 'episode-closed', 'stage-entered'] as const),
];

/** What is said of an entry here: which step or form, for whom and to whom; no answer, reason or date of it. */
const said = ['step', 'form', 'stage', 'end', 'message', 'to', 'person', 'joined', 'restricted'];

/** Entries that are read at once, and how many in all: more than happens in a family in some days. */
const piece = 15;
const most = 90;

/**
 * What others did in a family after a moment, the latest first. Work that was given is told to whom it was given.
 * `reading`: the server as whoever reads may read the family.
 */
export async function sayChanges(
  reading: Host,
  { case: kase, family }: StoredCase,
  { since, reader }: { since: Moment; reader: string },
): Promise<FamilyChange[]> {
  const news = (await entriesSince(reading, kase.id, since)).filter(
    ({ by, kind, about }) =>
      by !== reader && telling.includes(kind) && (kind !== 'task-given' || about['to'] === reader),
  );
  if (news.length === 0) return [];
  const told = [...Map.groupBy(news, ({ at, by }) => `${at} ${by}`).values()].flatMap(mostTelling);
  const version = await reading.versions.get(kase.version);
  const people = await reading.store.people(family.people);
  const names = await accountNames(reading.store, told.flatMap(accountsIn));
  const nameOf = (id: string): string => {
    const person = people.find((one) => one.id === id);
    return person ? shownPerson(id, person.body).called : (names.get(id) ?? 'somebody');
  };
  return told.flatMap((entry) => {
    const says = sayEntry({ ...entry, about: onlySaid(entry.about) }, version, nameOf);
    const record = entry.about['record'];
    if (!says) return [];
    return {
      ...{ id: entry.id, at: entry.at, by: names.get(entry.by) ?? 'The pathway', says },
      ...(typeof record === 'string' ? { record } : {}),
    };
  });
}

async function entriesSince({ store }: Host, caseId: string, since: Moment): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  let after: string | undefined;
  do {
    // most families have nothing new: of these one entry is read
    const page = after === undefined ? { limit: 1 } : { limit: piece, after };
    const { rows, next } = await store.history(caseId, { ...page, newestFirst: true });
    found.push(...rows);
    after = found.length < most && (rows.at(-1)?.at ?? '') > since ? next : undefined;
  } while (after !== undefined);
  return found.filter(({ at }) => at > since);
}

function mostTelling(entries: StoredEntry[]): StoredEntry[] {
  const rank = ({ kind }: StoredEntry): number => telling.indexOf(kind);
  const best = Math.min(...entries.map(rank));
  return entries.filter((entry) => rank(entry) === best);
}

function onlySaid(about: HistoryEntry['about']): HistoryEntry['about'] {
  return Object.fromEntries(Object.entries(about).filter(([key]) => said.includes(key)));
}

function accountsIn({ by, about }: StoredEntry): string[] {
  const named: unknown[] = [about['to']].flat();
  return [by, ...named.filter((id): id is string => typeof id === 'string')];
}
