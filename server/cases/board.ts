import { dayOf, daysBetween, stagesInOrder } from '#engine';
import { accountNames, allAccounts, allTeams } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { CardRow } from '../store/port.ts';
import { sayDue } from './words.ts';

/** Cards that stand open in a column; the rest are asked for when somebody goes on reading. */
const CARDS = 60;

export interface BoardAsked {
  reader: string;
  team?: string;
  worker?: string;
}

/** Cases by stage: a column for every stage of the drawing in its order, with counts and the cards due first. */
export async function board(host: Host, asked: BoardAsked) {
  const version = await host.versions.current();
  const today = dayOf(host.clock.now());
  const stages = stagesInOrder(version.pathway).filter(
    (stage, at, all) => all.findIndex((one) => one.name === stage.name) === at,
  );
  const [counts, accounts, teams] = await Promise.all([
    host.store.countStages({ ...asked, today }),
    allAccounts(host.store),
    allTeams(host.store),
  ]);
  const columns = await Promise.all(
    stages.map(async ({ id, name }) => {
      const count = counts.find((one) => one.stage.id === id);
      const page = count
        ? await host.store.list('cards', { ...asked, stage: id }, { limit: CARDS })
        : { rows: [] };
      const cards = await sayCards(host, page.rows);
      return {
        ...{ id, name, families: count?.families ?? 0, children: count?.children ?? 0 },
        ...{ late: count?.late ?? 0, cards: cards.sort(byLateness) },
        ...('next' in page && page.next ? { next: page.next } : {}),
      };
    }),
  );
  return {
    columns,
    filters: {
      teams: teams.map(({ id, name }) => ({ id, name })),
      workers: accounts.map(({ id, displayName: name }) => ({ id, name })),
    },
  };
}

type Said = Awaited<ReturnType<typeof sayCards>>[number];

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
      ...(due ? { due } : {}),
      ...(row.worker ? { worker: { id: row.worker, name: names.get(row.worker) ?? '' } } : {}),
      ...(row.team ? { team: row.team } : {}),
      children: row.children.map(({ id, name, since }) => ({
        ...{ id, name, days: Math.max(0, daysBetween(since, dayOf(now))) },
      })),
    };
  });
}
