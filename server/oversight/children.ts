import type { Journey, Step } from '#engine';
import { accountNames, allTeams } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymsFor } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { nameable } from '../journeys/index.ts';
import { dayAsked } from './asked.ts';
import type { HeldAsked, PeriodAsked } from './asked.ts';
import { stagesOf, staysOn } from './board-then.ts';
import { columnsFor } from './columns.ts';
import { columnId, stagesMet, stepsIn } from './flow-between.ts';
import { staysLeft } from './time-in-stage.ts';
import type { Left } from './time-in-stage.ts';
import { tellTo } from './told.ts';

/** Rows shown at once. */
const mostRows = 50;

interface Found {
  journey: Journey;
  since: string;
  until?: string;
  days?: number;
  late?: boolean;
}

export interface PageAsked {
  /** rows already shown */
  after?: string;
}

/** Who stood in a stage on a day: all of them, those who were late, those nobody held. */
export async function childrenThen(
  host: Host,
  person: Person,
  asked: HeldAsked & PageAsked & { on?: string; stage?: string; late?: 'yes'; unallocated?: 'yes' },
) {
  const stays = await staysOn(host, person, dayAsked(host, asked.on), asked);
  const columns = await columnsFor(host, stagesOf(stays), stays);
  const wanted = stays.filter(
    ({ stage, late, journey }) =>
      (asked.stage === undefined || columns.of(stage).id === asked.stage) &&
      (asked.late === undefined || late) &&
      (asked.unallocated === undefined || journey.held.at(-1)?.worker === undefined),
  );
  return say(host, person, wanted.map(ofStay), asked);
}

/** Who went from one stage to another in a period; no `leaving`: who began, no `entering`: who ended. */
export async function childrenGoing(
  host: Host,
  person: Person,
  asked: PeriodAsked & PageAsked & { leaving?: string; entering?: string },
) {
  const steps = await stepsIn(host, person, asked);
  const columns = await columnsFor(host, stagesMet(steps), steps);
  const wanted = steps.filter(
    ({ from, to }) =>
      columnId(columns, from) === (asked.leaving ?? '') && columnId(columns, to) === (asked.entering ?? ''),
  );
  return say(host, person, wanted.map(ofStep), asked);
}

/** Who left a stage in a period, the longest there first. */
export async function childrenLeft(
  host: Host,
  person: Person,
  asked: PeriodAsked & PageAsked & { stage: string },
) {
  const stays = await staysLeft(host, person, asked);
  const columns = await columnsFor(host, stagesOf(stays), stays);
  const wanted = stays.filter(({ stage }) => columns.of(stage).id === asked.stage);
  return say(host, person, wanted.map(ofStay), asked);
}

function ofStay({ journey, from, to, days, ...rest }: Left & { late?: boolean }): Found {
  const { late } = rest;
  return {
    ...{ journey, since: from, days },
    ...(to === undefined ? {} : { until: to }),
    ...(late === undefined ? {} : { late }),
  };
}

function ofStep({ journey, on, days }: Step): Found {
  return { journey, since: on, ...(days === undefined ? {} : { days }) };
}

/** Children with their families, as far as the reader may open them; the others are only counted. */
async function say(host: Host, person: Person, found: Found[], { after }: PageAsked) {
  const names = await pseudonymsFor(host.store, person);
  const isNamed = names ? () => true : await nameable(host, person);
  const shown = found.filter(({ journey }) => isNamed(journey.case)).sort(longestFirst);
  const from = Number(after ?? 0);
  const page = shown.slice(from, from + mostRows);
  const workers = await accountNames(
    host.store,
    page.map(({ journey }) => journey.held.at(-1)?.worker),
  );
  const teams = await allTeams(host.store);
  const rows = page.map(async ({ journey, ...rest }) => {
    const { case: id, child, held } = journey;
    const { team, worker } = held.at(-1) ?? {};
    const family = names ? undefined : await host.store.family(id);
    const childName = names?.child(child) ?? family?.children.find((one) => one.id === child)?.name ?? '';
    return {
      ...{ case: id, name: names?.family(id) ?? family?.name ?? '', child: { id: child, name: childName } },
      ...{ episode: journey.episode, ...rest },
      ...(team ? { team: { id: team, name: teams.find((one) => one.id === team)?.name ?? team } } : {}),
      ...(worker ? { worker: { id: worker, name: workers.get(worker) ?? '' } } : {}),
    };
  });
  const count = tellTo(person)(found.length);
  return {
    ...(count === undefined ? {} : { count }),
    rows: await Promise.all(rows),
    ...(shown.length > from + mostRows ? { next: String(from + mostRows) } : {}),
  };
}

function longestFirst(a: Found, b: Found): number {
  const days = (b.days ?? 0) - (a.days ?? 0);
  if (days !== 0) return days;
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.journey.episode.localeCompare(b.journey.episode);
}
