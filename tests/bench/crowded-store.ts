import { addDays, dayOf } from '#engine';
import type { Calendar } from '#engine';
import { authorityOf, storeCaseload } from '../../server/demo/index.ts';
import type { Authority } from '../../server/demo/index.ts';
import { factsOf } from '../../server/demo/caseload-of.ts';
import type { Host } from '../../server/host.ts';
import type { CardRow, Commit, FamilyRow, Store, StoredCase, TaskRow } from '../../server/store/index.ts';

export interface Crowd {
  families: number;
  openTasks: number;
  authority: Authority;
}

interface Pattern extends StoredCase {
  tasks: TaskRow[];
  cards: CardRow[];
}

/**
 * Fills a new store with the caseload of a large authority until so many tasks are open. A few hundred families are
 * walked on the engine; the rest are copies of them under other ids, each in a team and with a worker in turn.
 */
export async function fillCrowdedStore(host: Host, calendar: Calendar, openTasks: number): Promise<Crowd> {
  const { store, clock } = host;
  const to = dayOf(clock.now());
  await storeCaseload(host, 'large', { calendar, seed: 1, from: addDays(to, -200), to, referrals: 160 });
  const patterns = await patternsIn(store);
  const authority = authorityOf(factsOf('large').staff);
  const crowd: Crowd = { families: 0, openTasks: 0, authority };
  for (const { tasks } of patterns) count(crowd, tasks);
  for (let copy = 1; crowd.openTasks < openTasks; copy += 1) {
    const pattern = patterns[copy % patterns.length];
    if (!pattern) throw new Error('the caseload left no family with an open task');
    await storeCopy(store, pattern, copy, authority, clock.now());
    count(crowd, pattern.tasks);
  }
  return crowd;
}

function count(crowd: Crowd, tasks: TaskRow[]): void {
  crowd.families += 1;
  crowd.openTasks += tasks.length;
}

/** Every family with an open task, as it is stored. */
async function patternsIn(store: Store): Promise<Pattern[]> {
  const families = await all<FamilyRow>((after) => store.list('families', { reader: '' }, page(after)));
  const patterns: Pattern[] = [];
  for (const { id } of families) {
    const stored = await store.load(id);
    const filter = { case: id, state: 'open' as const };
    const tasks = await all<TaskRow>((after) => store.list('case-tasks', filter, page(after)));
    if (!stored || tasks.length === 0) continue;
    patterns.push({ ...stored, tasks, cards: await cardsOf(store, stored.family) });
  }
  return patterns;
}

async function cardsOf(store: Store, family: FamilyRow): Promise<CardRow[]> {
  const stages = [...new Set(family.children.flatMap(({ stage }) => stage?.id ?? []))];
  const columns = await Promise.all(
    stages.map((stage) => all<CardRow>((after) => store.list('cards', { reader: '', stage }, page(after)))),
  );
  return columns.flat().filter((card) => card.case === family.id);
}

const page = (after: string | undefined) => ({ limit: 500, ...(after ? { after } : {}) });

async function all<Row>(list: (after?: string) => Promise<{ rows: Row[]; next?: string }>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined, more = true; more;) {
    const found = await list(after);
    rows.push(...found.rows);
    after = found.next;
    more = after !== undefined;
  }
  return rows;
}

/** The family's own id begins every other id of it: in its text, one name is put for the other. */
async function storeCopy(
  store: Store,
  pattern: Pattern,
  copy: number,
  authority: Authority,
  at: string,
): Promise<void> {
  const { practiceTeams, staff } = authority;
  const team = practiceTeams[copy % practiceTeams.length] ?? '';
  const workers = staff.filter((one) => one.team === team && one.roles.includes('social-worker'));
  const worker = workers[Math.floor(copy / practiceTeams.length) % workers.length]?.id ?? '';
  const id = `${pattern.case.id}-${String(copy)}`;
  const own = <T>(thing: T): T => JSON.parse(JSON.stringify(thing).replaceAll(pattern.case.id, id)) as T;
  const held = <T extends { team?: string; worker?: string }>(row: T): T => ({
    ...row,
    ...(practiceTeams.includes(row.team ?? '') ? { team } : {}),
    ...(row.worker ? { worker } : {}),
  });
  const tasks = own(pattern.tasks).map((row) => ({
    ...held(row),
    ...(row.assignee === pattern.family.worker && row.assignee ? { assignee: worker } : {}),
  }));
  const commit: Commit = {
    ...{ case: own(pattern.case), expecting: 0, family: held(own(pattern.family)), tasks },
    cards: own(pattern.cards).map(held),
    history: [
      { id: `${id}-copied`, case: id, kind: 'case-opened', at, by: 'bench', children: [], about: {} },
    ],
    ...{ commandId: `copy-${id}`, actor: 'bench', at, reply: null },
  };
  const result = await store.commit(commit);
  if (!result.ok) throw new Error(`a copied family was not stored: ${result.reason}`);
}
