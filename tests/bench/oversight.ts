import { addDays, dayOf } from '#engine';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import { storeAuthority } from '../../server/demo/authority.ts';
import { factsOf } from '../../server/demo/caseload-of.ts';
import type { Profile } from '../../server/demo/caseload-of.ts';
import { authorityOf } from '../../server/demo/index.ts';
import { everyJourney } from '../../server/journeys/index.ts';
import { Caller } from '../support/caller.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { shippedVersion, shippedVersions } from '../support/shipped-version.ts';
import { collectGarbage } from './garbage.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { journeysOf } from './journeys-of.ts';
import { Latencies } from './latencies.ts';
import { afterChanges, within } from './limits.ts';
import { storeWith } from './sealed-journeys.ts';

const TIMES = 40;

/** Boards of other days, flow, time in stage and caseload over three years of an authority, asked over HTTP. */
export async function measureOversight(profiles: Profile[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const profile of profiles) figures.push(...(await oversightOver(profile)));
  return figures;
}

/** The same of one authority; a family is written to before each question. */
async function oversightOver(profile: Profile): Promise<Figure[]> {
  const { store, folder, remove } = demonstrationStore();
  const made = journeysOf(profile, await shippedVersion(), systemClock.now());
  const busy = storeWith(made, store);
  const host = { store: busy.store, clock: systemClock, versions: shippedVersions };
  await storeAuthority(host, authorityOf(factsOf(profile).staff));
  const app = await buildApp({
    ...{ ...host, secure: false, version: '0.0.0', pages: `${folder}/pages` },
    ...{ trustProxy: false, logLevel: 'silent' },
  });
  try {
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const reading = await read(host);
    const head = await Caller.signIn(address, 'head-of-service-safeguarding-1');
    const lines: Figure[] = [];
    for (const [name, path] of questions()) {
      const ask = async (): Promise<void> => {
        const { status } = await head.get(path);
        if (status !== 200) throw new Error(`${path} was answered ${String(status)}`);
      };
      await afterChanges(ask, busy.change, 5);
      lines.push(within(profile, name, await afterChanges(ask, busy.change, TIMES)));
    }
    const many = made.reduce((sum, { journeys }) => sum + journeys.length, 0);
    return [
      figure(`${profile}: journeys`, many, '', `of ${String(made.length)} families`),
      ...reading(profile),
      ...lines,
    ];
  } finally {
    await app.close();
    await remove();
  }
}

/** What the first question waits for, and what is held from then on. */
async function read(host: Parameters<typeof everyJourney>[0]): Promise<(profile: Profile) => Figure[]> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const first = new Latencies();
  await first.time(() => everyJourney(host));
  collectGarbage();
  const held = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  return (profile) => [
    figure(`${profile}: read at the first question`, first.at(1), 'ms', 'in pieces, others served between'),
    figure(`${profile}: held in memory`, held, 'MB', 'after collecting'),
  ];
}

function questions(): [name: string, path: string][] {
  const today = dayOf(systemClock.now());
  const [month, year] = [addDays(today, -30), addDays(today, -364)];
  return [
    ['board of another day beside now', `/api/stages/history?beside=${month}`],
    ['children of a stage that day', `/api/stages/history/children?on=${month}&stage=protection-plan`],
    ['flow in a year', `/api/stages/flow?from=${year}`],
    ['children of a flow', `/api/stages/flow/children?from=${year}&leaving=contact&entering=referral`],
    ['time in stage, a year', `/api/stages/time?from=${year}`],
    ['funnel of a year', `/api/funnel?from=${year}&to=${today}`],
    ['caseload', '/api/caseload'],
  ];
}
