import type { Fact, Timescale } from '../contracts/index.ts';

const units: Record<Timescale['unit'], string> = {
  'working-days': 'working day',
  'calendar-days': 'day',
  'calendar-months': 'month',
  hours: 'hour',
};

/** A timescale as a phrase: “within 15 working days of …”, or “at least 2 working days before …”. */
export function inWords({ from, length, unit }: Timescale, facts: Fact[]): string {
  const anchor = facts.find((fact) => fact.id === from)?.name ?? from;
  const long = Math.abs(length);
  const span = `${long} ${units[unit]}${long === 1 ? '' : 's'}`;
  return length < 0 ? `at least ${span} before ${anchor}` : `within ${span} of ${anchor}`;
}
