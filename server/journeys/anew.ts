import { journeysAfter } from '#engine';
import type { Case, CaseRecord, HistoryEntry, Journey } from '#engine';
import type { Host } from '../host.ts';
import type { CaseJourneys, LivingPart, PageAsked, Paged, Store } from '../store/port.ts';
import { standing, tallies } from './making.ts';
import { journeysRow } from './row.ts';

/**
 * The journeys of a case that has none, made from everything that is kept of it, and stored when nobody wrote to the
 * case meanwhile. Undefined: the case is gone, or damaged.
 */
export async function journeysAnew(host: Host, caseId: string): Promise<CaseJourneys | undefined> {
  const { store } = host;
  const stored = await store.load(caseId);
  if (!stored) return undefined;
  const { case: kase, family } = stored;
  const [version, history, records, parts] = await Promise.all([
    host.versions.get(kase.version),
    everything<HistoryEntry>((page) => store.history(caseId, page)),
    everything<CaseRecord>((page) => store.list('records', { case: caseId }, page)),
    everyPart(store, kase),
  ]);
  const journeys = journeysAfter([], {
    ...{ version, case: kase, history, parts, tallies, standing, held: family },
    records: records.toSorted((a, b) => a.at.localeCompare(b.at)),
  });
  const made = journeysRow(family, withHolders(journeys, await store.journeys(caseId)));
  await store.keepJourneys(made, kase.revision);
  return made;
}

/** Who held a family when is in no history: it is taken from journeys that other definitions made. */
function withHolders(journeys: Journey[], earlier: CaseJourneys | undefined): Journey[] {
  const known = new Map(earlier?.journeys.map(({ episode, held }) => [episode, held]));
  return journeys.map((journey) => ({ ...journey, held: known.get(journey.episode) ?? journey.held }));
}

async function everything<Row>(ask: (page: PageAsked) => Promise<Paged<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await ask({ limit: 500, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

/** Every revision of every living document, as they were written one after another. */
async function everyPart(store: Store, { id, blocks }: Case): Promise<LivingPart[]> {
  const wanted = Object.entries(blocks).flatMap(([part, revisions]) =>
    Array.from({ length: revisions }, (_, at) => store.part(id, part, at + 1)),
  );
  const found = (await Promise.all(wanted)).filter((part) => part !== undefined);
  return found.sort((a, b) => a.at.localeCompare(b.at));
}
