import type { Filter } from 'mongodb';
import type { PersonPut, Refused } from '../port.ts';
import { personKeyId } from '../keys.ts';
import type { PersonStored } from './collections.ts';
import { drain } from './drain.ts';
import { isDuplicate } from './faults.ts';
import { noCase } from './no-case.ts';
import { idOf, type Scope } from './scope.ts';

/** What is asked of a hold: for which case, and which attempt asks. */
interface HoldAsked {
  case: string;
  token: string;
}

/** Whom a commit holds: those it writes, and those its family refers to from now on. */
interface Holding {
  written: PersonPut[];
  linked: string[];
}

export const heldIds = ({ written, linked }: Holding): string[] => [
  ...written.map(({ id }) => id),
  ...linked,
];

/**
 * Holds everybody a commit writes, each at the revision expected, and whom its family refers to from now on, before the
 * case is written. A refusal gives back what was held already.
 */
export async function holdPeople(
  scope: Scope,
  asked: HoldAsked,
  holding: Holding,
): Promise<Refused | undefined> {
  const expected = new Map(holding.written.map(({ id, expecting }) => [id, expecting]));
  const held: string[] = [];
  // in one order for everybody: two commits that want the same people do not hold each other up
  for (const id of heldIds(holding).toSorted((a, b) => (a < b ? -1 : 1))) {
    const expecting = expected.get(id);
    const refused =
      expecting === undefined
        ? await holdLinked(scope, asked, id)
        : await hold(scope, asked, { id, expecting });
    if (refused) {
      await releasePeople(scope, asked.token, held);
      return refused;
    }
    held.push(id);
  }
  return undefined;
}

/** Refused where the person was let go of; whom nobody ever wrote there is nothing to hold of. */
async function holdLinked(scope: Scope, asked: HoldAsked, id: string): Promise<Refused | undefined> {
  const _id = idOf(scope, id);
  for (;;) {
    const there = await freePerson(scope, id);
    if (!there) return (await hadKey(scope, id)) ? conflictOf(undefined) : undefined;
    if (await took(scope, { _id, hold: null }, asked)) return undefined;
  }
}

async function hadKey({ keys }: Scope, person: string): Promise<boolean> {
  await keys.refresh();
  return (await keys.of([personKeyId(person)])).get(personKeyId(person)) !== undefined;
}

/** `holds` counts: whoever lets go of a person sees by it that somebody held them meanwhile. */
async function took(scope: Scope, person: Filter<PersonStored>, asked: HoldAsked): Promise<boolean> {
  const { matchedCount } = await scope.people.updateOne(person, {
    $set: { hold: asked },
    $inc: { holds: 1 },
  });
  return matchedCount > 0;
}

async function hold(
  scope: Scope,
  asked: HoldAsked,
  put: Pick<PersonPut, 'id' | 'expecting'>,
): Promise<Refused | undefined> {
  const _id = idOf(scope, put.id);
  for (;;) {
    const there = await freePerson(scope, put.id);
    if ((there?.revision ?? 0) !== put.expecting) return conflictOf(there);
    if (!there) {
      if (await insertHeld(scope, put.id, asked)) return undefined;
      continue;
    }
    if (await took(scope, { _id, revision: put.expecting, hold: null }, asked)) return undefined;
  }
}

/** False when somebody else made the person in the same moment. */
async function insertHeld(scope: Scope, id: string, asked: HoldAsked): Promise<boolean> {
  const { authority } = scope;
  const nobody = { revision: 0, by: '', at: '', keys: [], body: '', sum: '' };
  try {
    await scope.people.insertOne({ _id: idOf(scope, id), authority, id, ...nobody, hold: asked, holds: 1 });
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

export function conflictOf(there: PersonStored | undefined): Refused {
  const { revision = 0, by, at } = there ?? {};
  return { ok: false, reason: 'conflict', revision, ...(by && at ? { changed: { by, at } } : {}) };
}

/** Gives back what an attempt held. Only after it is sure that its case was not written. */
export async function releasePeople(scope: Scope, token: string, people: string[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map((id) => idOf(scope, id));
  await scope.people.updateMany({ _id: { $in: ids }, 'hold.token': token }, { $set: { hold: null } });
}

/** How often somebody at work is given time before their attempt is given up, and for how long: for promptness only. */
const patience = [20, 80, 250];

/** The person when nobody holds them: a hold is settled first, whoever's it was. */
export async function freePerson(scope: Scope, id: string): Promise<PersonStored | undefined> {
  const _id = idOf(scope, id);
  for (let waited = 0; ; waited += 1) {
    const there = await scope.people.findOne({ _id });
    if (!there?.hold) return there ?? undefined;
    const pause = patience[waited];
    if (pause !== undefined) await new Promise((done) => setTimeout(done, pause));
    else await settleHold(scope, there.hold, _id);
  }
}

/** Finishes what the holder committed, or sees to it that it never will be and takes the hold away. */
async function settleHold(scope: Scope, held: HoldAsked, person: string): Promise<void> {
  if (await finishHold(scope, held)) return;
  if (!(await raiseFence(scope, held))) {
    await finishHold(scope, held);
    return;
  }
  await scope.people.updateOne({ _id: person, 'hold.token': held.token }, { $set: { hold: null } });
}

/** Drains the holder's case when it was written; false when it was not, or not yet. */
export async function finishHold(scope: Scope, held: HoldAsked): Promise<boolean> {
  const kase = await scope.cases.findOne({ _id: idOf(scope, held.case), 'outbox.token': held.token });
  if (!kase) return false;
  await drain(scope, kase);
  return true;
}

/**
 * After this the attempt's case write fits no more: it asks for the fence it read. False when it was written first.
 * A case that does not exist yet gets a place that holds nothing but the fence.
 */
export async function raiseFence(scope: Scope, held: HoldAsked): Promise<boolean> {
  const _id = idOf(scope, held.case);
  const { matchedCount } = await scope.cases.updateOne(
    { _id, 'outbox.token': { $ne: held.token } },
    { $inc: { fence: 1 } },
  );
  if (matchedCount > 0) return true;
  try {
    await scope.cases.insertOne({ ...noCase(scope, held.case), fence: 1 });
    return true;
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    // it was made meanwhile: by the attempt, or by somebody else whose fence has to rise as well
    const again = await scope.cases.updateOne(
      { _id, 'outbox.token': { $ne: held.token } },
      { $inc: { fence: 1 } },
    );
    return again.matchedCount > 0;
  }
}
