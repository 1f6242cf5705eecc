import { join } from 'node:path';
import { systemClock } from '../../server/clock.ts';
import { openVersions } from '../../server/pathways/index.ts';
import type { Store, TaskFilter } from '../../server/store/index.ts';
import { Caller } from '../support/caller.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { startServer } from '../support/real-server.ts';
import { fillCrowdedStore } from './crowded-store.ts';
import type { Crowd } from './crowded-store.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';

const OPEN_TASKS = 20_000;
const TIMES = 150;

/** Queues and board of a large authority, asked for one after another: over HTTP, and what of it the store takes. */
export async function measureQueues(): Promise<Figure[]> {
  const { store, folder, remove } = demonstrationStore();
  const versions = await openVersions(
    store,
    join(import.meta.dirname, '../../processes'),
    'child-protection',
  );
  const { calendar } = await versions.current();
  const crowd = await fillCrowdedStore({ store, clock: systemClock, versions }, calendar, OPEN_TASKS);
  const server = await startServer(folder);
  try {
    return [
      figure(
        'open tasks',
        crowd.openTasks,
        '',
        `${String(crowd.families)} families, ${String(crowd.authority.staff.length)} staff`,
      ),
      ...(await atStore(store, crowd)),
      ...(await overHttp(server.address, crowd)),
    ];
  } finally {
    await server.stop();
    await remove();
  }
}

function people({ authority }: Crowd) {
  const one = (role: string, team?: string) => {
    const found = authority.staff.find(
      (person) => person.roles.includes(role) && (!team || person.team === team),
    );
    if (!found) throw new Error(`nobody is ${role}`);
    return found;
  };
  const [team = ''] = authority.practiceTeams;
  return {
    worker: one('social-worker', team),
    manager: one('team-manager', team),
    support: one('business-support', 'safeguarding'),
    head: one('service-manager'),
  };
}

async function atStore(store: Store, crowd: Crowd): Promise<Figure[]> {
  const { worker, manager, support } = people(crowd);
  const reader = manager.id;
  const queue = async (name: string, filter: TaskFilter): Promise<Figure> => {
    const rows = await store.list('open-tasks', filter, { limit: 50 });
    const taken = await timed(async () => {
      await store.list('open-tasks', filter, { limit: 50 });
      await store.countTasks(filter);
    });
    return row(
      name,
      taken,
      `${String(await store.countTasks(filter))} tasks, ${String(rows.rows.length)} shown`,
    );
  };
  const today = systemClock.now().slice(0, 10);
  const board = await timed(() => store.countStages({ reader, today }));
  return [
    await queue('at the store: mine', { reader: worker.id, assignee: worker.id }),
    await queue('at the store: a team', { reader, team: manager.team }),
    await queue('at the store: the busiest team', { reader: support.id, team: support.team }),
    await queue('at the store: not yet allocated', {
      reader,
      given: false,
      roles: ['social-worker', 'team-manager'],
    }),
    row('at the store: columns of the board', board, 'all teams'),
  ];
}

async function overHttp(address: string, crowd: Crowd): Promise<Figure[]> {
  const { worker, manager, support, head } = people(crowd);
  const ask = async (name: string, person: string, path: string): Promise<Figure> => {
    const caller = await Caller.signIn(address, person);
    const taken = await timed(async () => {
      const { status } = await caller.get(path);
      if (status !== 200) throw new Error(`${path} was answered ${String(status)}`);
    });
    return row(name, taken, 'over HTTP, durable audit entry included');
  };
  return [
    await ask('today', worker.id, '/api/day'),
    await ask('my work: mine', worker.id, '/api/tasks?view=mine'),
    await ask('my work: my team', manager.id, '/api/tasks?view=team'),
    await ask('my work: the busiest team', support.id, '/api/tasks?view=team'),
    await ask('my work: not yet allocated', manager.id, '/api/tasks?view=unallocated'),
    await ask('cases by stage, one team', manager.id, `/api/stages?team=${manager.team}`),
    await ask('cases by stage, everyone', head.id, '/api/stages'),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<Latencies> {
  for (let warm = 0; warm < 10; warm += 1) await work();
  const latencies = new Latencies();
  for (let time = 0; time < TIMES; time += 1) await latencies.time(work);
  return latencies;
}

const row = (name: string, taken: Latencies, beside: string): Figure =>
  figure(`${name}, p95`, taken.at(0.95), 'ms', `${taken.toString()}; ${beside}`);
