import { randomUUID } from 'node:crypto';
import type { Case, Moment } from '#engine';
import { dayOf } from '#engine';
import type { PersonDocument } from '../store/port.ts';
import invented from './invented-family.json' with { type: 'json' };
import type { RehearsedFamily } from './rehearsal.ts';

const aDay = 24 * 60 * 60 * 1000;

/** A family that nobody is: two children, one not yet born, two adults. */
export function inventedFamily(now: Moment): RehearsedFamily {
  const person = (body: object): PersonDocument => ({ id: randomUUID(), revision: 1, body, keys: [] });
  const children = invented.children.map(({ dueInDays, ...body }) =>
    person(dueInDays === undefined ? body : { ...body, expectedDateOfBirth: inDays(now, dueInDays) }),
  );
  const adults = invented.adults.map(person);
  const id = `rehearsal-${randomUUID()}`;
  const { name } = invented;
  const people = [...children, ...adults];
  return {
    case: nothingYet(id, name),
    family: {
      ...{ id, name, staff: [], words: [] },
      children: children.map((child) => ({ id: child.id, name: '' })),
      people: people.map((one) => one.id),
    },
    ...{ tasks: [], records: [], parts: [], history: [], people, drafts: [], replies: {} },
  };
}

const inDays = (now: Moment, days: number): string =>
  dayOf(new Date(Date.parse(now) + days * aDay).toISOString());

const nothingYet = (id: string, name: string): Case => ({
  ...{ id, revision: 0, version: '', name, children: [], tracks: [], tasks: [], happenings: [] },
  ...{ clocks: [], known: {}, last: {}, blocks: {}, next: 1 },
});
