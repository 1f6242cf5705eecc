import { dayOf, isDay } from '#engine';
import type { Day, Form, Journey, KnownAnswer, Task, Version } from '#engine';
import { bookedFor } from '../bookings/index.ts';
import type { Booked } from '../bookings/index.ts';
import type { Host } from '../host.ts';
import { everyJourney } from '../journeys/index.ts';
import { planned, type Planned } from './definitions.ts';
import type { FamilyAtHand } from './families.ts';

/** A meeting or visit with the day it takes place. */
export interface Agreed {
  on: Day;
  what: string;
  kind: 'meeting' | 'visit';
  children: string[];
  /** the step it is done in, where that is open; else a form that may be added for it, where there is one */
  task?: Task;
  form?: string;
  booked?: Booked;
}

/**
 * What is agreed for a family from today on, and what was booked for a day that is over and is not recorded; what was
 * booked for a day stands for what was planned on it.
 */
export async function agreedIn(host: Host, at: FamilyAtHand): Promise<Agreed[]> {
  const { id } = at.family;
  const today = dayOf(host.clock.now());
  const version = await host.versions.get(at.stored.case.version);
  const toHold = at.stored.case.tasks.some(({ form }) => version.forms[form]?.meeting !== undefined);
  const booked = (await bookedFor(host, at.reading, id)).filter(({ on }) => toHold || on >= today);
  const found = await Promise.all(booked.map((one) => bookedMeeting(version, at, one)));
  const known = found.filter((one) => one !== undefined);
  const meetings = known.filter((one) => one.on >= today || isToHold(one, known));
  const journeys = (await everyJourney(host)).get(id)?.journeys ?? [];
  const days = planned
    .flatMap((one) => plannedDays(version, at, journeys, one))
    .filter(({ on }) => on >= today);
  const taken = new Set(meetings.map(({ on }) => on));
  return [...meetings, ...days.filter(({ on, kind }) => kind === 'visit' || !taken.has(on))];
}

/** Its day is over, its step is open, and no other day was set for it since. */
function isToHold({ task, booked }: Agreed, all: readonly Agreed[]): boolean {
  const later = (one: Agreed): boolean =>
    one.task?.id === task?.id && (one.booked?.at ?? '') > (booked?.at ?? '');
  return task !== undefined && !all.some(later);
}

/** A booking is of the step that people hold together and that the same clock dates. One that was taken back is none. */
async function bookedMeeting(
  { pathway, forms }: Version,
  { stored: { case: kase }, reading }: FamilyAtHand,
  booked: Booked,
): Promise<Agreed | undefined> {
  const record = booked.record === undefined ? undefined : await reading.store.record(booked.record);
  const children = record?.children ?? [];
  const { step } = record ?? {};
  if (step !== undefined && !children.some((child) => kase.last[child]?.[step])) return undefined;
  const elements = pathway.processes.flatMap((process) => process.elements);
  const booking = elements.find(({ id }) => id === step);
  const clocks = (forms[record?.form ?? '']?.booking?.due ?? []).filter((id) =>
    booking?.timescales?.includes(id),
  );
  const held = elements.filter(
    ({ form = '', timescales = [] }) =>
      forms[form]?.meeting !== undefined && timescales.some((id) => clocks.includes(id)),
  );
  const task = kase.tasks.find((one) => isFor(one, children) && held.some(({ id }) => id === one.step));
  const name = held.find(({ id }) => task === undefined || id === task.step)?.name;
  return {
    ...{ on: booked.on, kind: 'meeting', what: name ?? booking?.name ?? '', children, booked },
    ...(task ? { task } : {}),
  };
}

const isFor = (task: Task, children: readonly string[]): boolean =>
  task.children.some((child) => children.includes(child));

/** The days a term keeps, for whom there is work under way; what was held since, or is not read, is agreed no more. */
function plannedDays(
  version: Version,
  { stored: { case: kase } }: FamilyAtHand,
  journeys: readonly Journey[],
  { term, kind, facts }: Planned,
): Agreed[] {
  const open = journeys.filter(({ closed }) => closed === undefined);
  const found = open.flatMap((journey) => {
    const known = kase.known[journey.child]?.[term] ?? kase.known['']?.[term];
    const on = known?.value;
    if (typeof on !== 'string' || !isDay(on) || isHeld(journey, known, facts)) return [];
    return { on, child: journey.child };
  });
  const forms = Object.values(version.forms).filter((form) =>
    form.facts.some(({ fact }) => facts.includes(fact)),
  );
  return [...Map.groupBy(found, ({ on }) => on)].map(([on, all]) => {
    const children = [...new Set(all.map(({ child }) => child))];
    return { on, kind, children, ...stepFor(version, kase.tasks, forms, children) };
  });
}

function isHeld(journey: Journey, known: KnownAnswer | undefined, facts: readonly string[]): boolean {
  return journey.facts.some(({ fact, at }) => facts.includes(fact) && at > (known?.at ?? ''));
}

function stepFor(
  { pathway }: Version,
  tasks: readonly Task[],
  forms: readonly Form[],
  children: readonly string[],
) {
  const task = tasks.find((one) => isFor(one, children) && forms.some(({ id }) => id === one.form));
  const form = forms.find(({ id }) => id === task?.form) ?? forms[0];
  const step = pathway.processes.flatMap(({ elements }) => elements).find(({ id }) => id === task?.step);
  const anytime = forms.find((one) => one.anytime);
  return {
    what: step?.name ?? form?.title ?? '',
    ...(task ? { task } : {}),
    ...(anytime ? { form: anytime.id } : {}),
  };
}
