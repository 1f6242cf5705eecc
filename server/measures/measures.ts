import { dayOf } from '#engine';
import type { MeasuredWith, Period } from '#engine';
import { allAccounts, allTeams, teamsInReach } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { countedFor } from './counted.ts';
import { measuresOf } from './definitions.ts';
import { listOfFigure } from './list-of-figure.ts';
import type { ListAsked } from './list-of-figure.ts';
import { inMonths, periodOf } from './period.ts';
import { sayMeasure } from './say.ts';
import type { Saying } from './say.ts';

export interface MeasuresAsked extends ListAsked {
  from?: string;
  to?: string;
  team?: string;
  worker?: string;
}

/** Every measure with its figures, its months, and what is published elsewhere. */
export async function measures(host: Host, person: Person, asked: MeasuresAsked) {
  const { saying, about, told } = await readyToSay(host, person, asked);
  const said = [];
  for (const one of told.measures) said.push(await sayMeasure(one, saying));
  return { ...about, measures: said };
}

/** One measure with its definition, and those who are in one of its figures. */
export async function oneMeasure(host: Host, person: Person, id: string, asked: MeasuresAsked) {
  const { saying, about, told } = await readyToSay(host, person, asked);
  const definition = told.measures.find((one) => one.id === id) ?? refuseAbsent();
  const { formula, source } = definition;
  return {
    ...about,
    measure: { ...(await sayMeasure(definition, saying, asked.figure)), formula, source },
    list: await listOfFigure(host, person, { definition, saying }, asked),
  };
}

/** Whom the reader counts, over which time, and what the page says about both. */
export async function readyToSay(host: Host, person: Person, asked: MeasuresAsked) {
  const today = dayOf(host.clock.now());
  const wanted = periodOf(asked, today);
  const [counted, { measures: told, benchmarks }, { calendar }, filters] = await Promise.all([
    countedFor(host, person, asked),
    measuresOf(),
    host.versions.current(),
    filtersFor(host, person),
  ]);
  const period: Period = counted.seesAll ? wanted : inMonths(wanted, today);
  const by: MeasuredWith = { measures: told, calendar, today };
  const { population } = told;
  return {
    told,
    saying: { counted, period, by, benchmarks } satisfies Saying,
    about: { period, today, filters, ...(population ? { population } : {}) },
  };
}

/** Teams and workers the reader may narrow to. */
async function filtersFor({ store }: Host, person: Person) {
  const [accounts, teams] = await Promise.all([allAccounts(store), allTeams(store)]);
  const reach = teamsInReach(person, 'see-stages');
  const reached = (team = ''): boolean => reach === 'all' || reach.includes(team);
  return {
    teams: teams.filter(({ id }) => reached(id)).map(({ id, name }) => ({ id, name })),
    workers: accounts
      .filter((one) => !one.disabled && reached(one.team))
      .map(({ id, displayName: name }) => ({ id, name })),
  };
}
