import type { PersonPut, Refused } from '../port.ts';
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

/**
 * Holds everybody a commit writes, each at the revision expected, before the case is written. A refusal gives back
 * what was held already.
 */
export async function holdPeople(
  scope: Scope,
  asked: HoldAsked,
  people: PersonPut[],
): Promise<Refused | undefined> {
  const held: PersonPut[] = [];
  // in one order for everybody: two commits that want the same people do not hold each other up
  for (const put of people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const refused = await hold(scope, asked, put);
    if (refused) {
      await releasePeople(scope, asked.token, held);
      return refused;
    }
    held.push(put);
  }
  return undefined;
}

async function hold(scope: Scope, asked: HoldAsked, put: PersonPut): Promise<Refused | undefined> {
  const _id = idOf(scope, put.id);
  for (;;) {
    const there = await freePerson(scope, put.id);
    if ((there?.revision ?? 0) !== put.expecting) return conflictOf(there);
    if (!there) {
      if (await insertHeld(scope, put.id, asked)) return undefined;
      continue;
    }
    const { matchedCount } = await scope.people.updateOne(
      { _id, revision: put.expecting, hold: null },
      { $set: { hold: asked } },
    );
    if (matchedCount > 0) return undefined;
  }
}

/** False when somebody else made the person in the same moment. */
async function insertHeld(scope: Scope, id: string, asked: HoldAsked): Promise<boolean> {
  const { authority } = scope;
  const nobody = { revision: 0, by: '', at: '', keys: [], body: '', sum: '' };
  try {
    await scope.people.insertOne({ _id: idOf(scope, id), authority, id, ...nobody, hold: asked });
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
export async function releasePeople(scope: Scope, token: string, people: PersonPut[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map((put) => idOf(scope, put.id));
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
