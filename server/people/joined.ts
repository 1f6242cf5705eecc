import type { Moment } from '#engine';
import { refuseWrite } from '../errors.ts';
import type { Store } from '../store/port.ts';

/** Two people on file who are one, as somebody said; or said no longer. Neither record is changed by it. */
export interface JoinedPeople {
  people: [string, string];
  by: string;
  at: Moment;
  undone?: { by: string; at: Moment };
}

export interface Join {
  other: string;
  by: string;
  at: Moment;
}

/** Who is the same person as this one: said by somebody, one step away. */
export async function joinsOf(store: Store, person: string): Promise<Join[]> {
  const lists = await Promise.all([
    store.list('documents', { kind: 'joined-people', owner: person }, { limit: 100 }),
    store.list('documents', { kind: 'joined-people', about: person }, { limit: 100 }),
  ]);
  return lists
    .flatMap(({ rows }) => rows)
    .map(({ body }) => body as JoinedPeople)
    .filter(({ undone }) => undone === undefined)
    .map(({ people: [one, other], by, at }) => ({ other: one === person ? other : one, by, at }));
}

/** This one and everybody who is the same, also by way of others. */
export async function samePeople(store: Store, person: string): Promise<string[]> {
  const same = new Set([person]);
  for (const one of same) for (const { other } of await joinsOf(store, one)) same.add(other);
  return [...same];
}

/**
 * Says that two people are one, or (`undo`) that they are not after all. Sealed with the key of a family that has one of
 * them, and let go of with it. Said twice it is said once.
 */
export async function sayJoined(
  store: Store,
  pair: [string, string],
  act: { by: string; at: Moment; case: string | undefined; undo?: boolean },
): Promise<void> {
  const people = pair.toSorted() as [string, string];
  const [owner, about] = people;
  const id = people.join('+');
  const before = await store.document<JoinedPeople>('joined-people', id);
  if (before ? (before.body.undone !== undefined) === (act.undo ?? false) : act.undo) return;
  const { by, at } = act;
  const body: JoinedPeople = act.undo
    ? { ...(before?.body ?? { people, by, at }), undone: { by, at } }
    : { people, by, at };
  const put = await store.put({
    ...{ kind: 'joined-people', id, owner, about, body, expecting: before?.revision ?? 0 },
    ...(act.case === undefined ? {} : { case: act.case }),
  });
  if (!put.ok) refuseWrite(put);
}
