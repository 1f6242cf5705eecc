import { addDays, addMonths, dayOf, heldOn, isDay } from '#engine';
import type { Day, Journey } from '#engine';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';

/** Whose work is asked about: a team or worker that held the family then. */
export interface HeldAsked {
  team?: string;
  worker?: string;
}

export interface PeriodAsked extends HeldAsked {
  from?: string;
  to?: string;
}

/** Whether the family was held by whom was asked for, at the end of a day. */
export function isHeldBy({ team, worker }: HeldAsked, journey: Journey, day: Day): boolean {
  if (team === undefined && worker === undefined) return true;
  const held = heldOn(journey, day);
  return (
    (team === undefined || team === (held?.team ?? '')) && (worker === undefined || worker === held?.worker)
  );
}

/** The day of a board; today when none is asked for. */
export function dayAsked(host: Host, on: string | undefined): Day {
  const today = dayOf(host.clock.now());
  if (on === undefined) return today;
  if (!isDay(on)) refuse(422, 'not-a-day', `“${on}” is not a day. Write it as 2026-03-31.`);
  if (on > today) refuse(422, 'to-come', 'That day is still to come. Choose today or an earlier day.');
  return on;
}

/** The last three months up to today where nothing else is asked. */
export function periodAsked(host: Host, asked: PeriodAsked): { from: Day; to: Day } {
  const to = dayAsked(host, asked.to);
  const from = asked.from === undefined ? addDays(addMonths(to, -3), 1) : dayAsked(host, asked.from);
  if (from > to) {
    refuse(422, 'ends-before-it-begins', 'The period ends before it begins. Choose a later last day.');
  }
  return { from, to };
}
