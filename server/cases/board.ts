import { byTime, dayOf, daysBetween, isMoment, soonInWords, stagesInOrder } from '#engine';
import type { Pathway } from '#engine';
import {
  accountNames,
  allAccounts,
  allTeams,
  narrowTeams,
  reachOf,
  readerOf,
  scopes,
  teamsInReach,
} from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { BoardFilter, CardRow, StageCount } from '../store/port.ts';
import { pseudonymousCard, pseudonymsFor } from './pseudonyms.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { sayDue, type DueSaid } from './words.ts';

/** Cards that stand open in a column; the rest are asked for when somebody goes on reading. */
const CARDS = 60;

export interface BoardAsked {
  team?: string;
  worker?: string;
  /** one column only, and where to go on in it */
  stage?: string;
  after?: string;
}

/**
 * Cases by stage, as far as the reader's role reaches: a column for every stage of the drawing in its order, with
 * counts and the cards due first. Whoever reads no families sees the counts.
 */
export async function board(host: Host, person: Person, asked: BoardAsked) {
  const version = await host.versions.current();
  const reach = teamsInReach(person, 'see-stages');
  const filter: BoardFilter = {
    ...readerOf(person),
    ...narrowTeams(reach, asked.team),
    ...(asked.worker ? { worker: asked.worker } : {}),
  };
  const now = host.clock.now();
  const [names, counts, accounts, teams] = await Promise.all([
    pseudonymsFor(host.store, person),
    host.store.countStages({ ...filter, today: dayOf(now), now }),
    allAccounts(host.store),
    allTeams(host.store),
  ]);
  const drawn = columnsOf(version.pathway);
  // families on another version may stand in stages that this drawing does not have
  const further = counts.flatMap(({ stage }) => (drawn.some(({ id }) => id === stage.id) ? [] : [stage]));
  const stages = [...drawn, ...further].filter(({ id }) => !asked.stage || id === asked.stage);
  const columns = stages.map((stage) => {
    const count = counts.find((one) => one.stage.id === stage.id);
    return column(host, stage, count, readsCards(person) ? { ...filter, names } : undefined, asked.after);
  });
  const reached = ({ id }: { id: string }): boolean => reach === 'all' || reach.includes(id);
  return {
    columns: await Promise.all(columns),
    filters: {
      teams: teams.filter(reached).map(({ id, name }) => ({ id, name })),
      workers: accounts
        .filter((account) => !account.disabled && reached({ id: account.team ?? '' }))
        .map(({ id, displayName: name }) => ({ id, name })),
    },
  };
}

/** Stages of one name are one column: a pathway may come to the same stage by two ways. */
export function columnsOf(pathway: Pathway): { id: string; name: string }[] {
  return stagesInOrder(pathway)
    .filter((stage, at, all) => all.findIndex((one) => one.name === stage.name) === at)
    .map(({ id, name }) => ({ id, name }));
}

/**
 * A card names a family: it is for those who may read the families that they see counted, or who see no names but for
 * some hours, giving a reason.
 */
function readsCards(person: Person): boolean {
  const [sees, reads] = [reachOf(person, 'see-stages'), reachOf(person, 'read-family')];
  if (reads === undefined && reachOf(person, 'see-pseudonymised') !== undefined) return true;
  return sees !== undefined && reads !== undefined && scopes.indexOf(reads) >= scopes.indexOf(sees);
}

async function column(
  host: Host,
  { id, name }: { id: string; name: string },
  count: StageCount | undefined,
  asked: (BoardFilter & { names: Pseudonyms | undefined }) | undefined,
  after: string | undefined,
) {
  const { names, ...filter } = asked ?? { names: undefined, reader: '' };
  const page =
    count && asked
      ? await host.store.list(
          'cards',
          { ...filter, stage: id },
          { limit: CARDS, ...(after ? { after } : {}) },
        )
      : { rows: [] };
  const rows = names ? page.rows.map((row) => pseudonymousCard(row, names)) : page.rows;
  const cards = await sayCards(host, rows);
  return {
    ...{ id, name, families: count?.families ?? 0, children: count?.children ?? 0, late: count?.late ?? 0 },
    cards: cards.sort(byLateness),
    ...('next' in page && page.next ? { next: page.next } : {}),
  };
}

type Said = Awaited<ReturnType<typeof sayCards>>[number];

/** What is due at an hour of today may be late already, and then stands before what is due today. */
function byLateness(a: Said, b: Said): number {
  if (a.late !== b.late) return a.late ? -1 : 1;
  return (a.due?.on ?? '9').localeCompare(b.due?.on ?? '9');
}

async function sayCards(host: Host, rows: CardRow[]) {
  const version = await host.versions.current();
  const now = host.clock.now();
  const names = await accountNames(
    host.store,
    rows.map((row) => row.worker),
  );
  return rows.map((row) => {
    const nameOf = (id: string): string => row.children.find((child) => child.id === id)?.name ?? '';
    const due = row.due ? sayDue(row.due, version, now, nameOf) : undefined;
    return {
      ...{ case: row.case, name: row.name, late: due?.late ?? false, strands: row.strands },
      ...(due ? { due: byTheHour(due) } : {}),
      ...(row.worker ? { worker: { id: row.worker, name: names.get(row.worker) ?? '' } } : {}),
      ...(row.team ? { team: row.team } : {}),
      children: row.children.map(({ id, name, since }) => ({
        ...{ id, name, days: Math.max(0, daysBetween(since, dayOf(now))) },
      })),
    };
  });
}

/** What ends at an hour says which, as on the page of the day: a board is looked at for the days ahead. */
function byTheHour(due: DueSaid): DueSaid {
  const { on, late } = due;
  return late || !isMoment(on) ? due : { ...due, says: `${soonInWords(dayOf(on))} ${byTime(on)}` };
}
