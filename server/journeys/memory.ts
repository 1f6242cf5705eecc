import { setImmediate } from 'node:timers/promises';
import type { Host } from '../host.ts';
import { Damaged, type CaseJourneys, type Change, type Store } from '../store/port.ts';
import { journeysAnew } from './anew.ts';
import { interning } from './interning.ts';
import { making } from './making.ts';

/** The journeys of every family, by case, as of the last change that was stored before they were asked for. */
type Known = ReadonlyMap<string, CaseJourneys>;

/** One for each store that is open in this process. */
const memories = new WeakMap<Store, () => Promise<Known>>();

/** Families read before the server looks after others again: some milliseconds’ work. */
const piece = 20;

/**
 * The journeys of every family. They are read at the first question, in pieces, while others are served; then only
 * what changed since is read anew, before each answer.
 */
export function everyJourney(host: Host): Promise<Known> {
  let ask = memories.get(host.store);
  if (!ask) {
    ask = askingOneByOne(remembering(host));
    memories.set(host.store, ask);
  }
  return ask();
}

/** Those who ask while others are answered are answered together afterwards: each hears of what was stored before. */
function askingOneByOne(look: () => Promise<Known>): () => Promise<Known> {
  let now: Promise<unknown> = Promise.resolve();
  let next: Promise<Known> | undefined;
  return () => {
    next ??= now
      .catch(() => undefined)
      .then(() => {
        const answer = look();
        now = answer;
        next = undefined;
        return answer;
      });
    return next;
  };
}

function remembering(host: Host): () => Promise<Known> {
  const cases = new Map<string, CaseJourneys>();
  const interned = interning();
  let seen: number | undefined;
  const keep = async (id: string, made: CaseJourneys | undefined): Promise<void> => {
    const known = made?.madeBy === making ? made : await madeAnew(host, id);
    if (known) cases.set(id, interned(known));
    else cases.delete(id);
  };
  return async () => {
    const before = seen;
    const { changes, latest } = await host.store.changes(before);
    if (before === undefined || isCut(before, changes, latest)) {
      cases.clear();
      seen = undefined;
      await readAll(host, keep);
    } else {
      const changed = new Set(changes.flatMap((one) => one.case ?? []));
      for (const id of changed) await keep(id, await host.store.journeys(id));
    }
    seen = latest;
    return cases;
  };
}

/** Only the latest changes are kept: whoever was away for too long reads everything anew. */
function isCut(seen: number, changes: Change[], latest: number): boolean {
  const [first] = changes;
  return first ? first.seq > seen + 1 : latest > seen;
}

async function readAll(
  { store }: Host,
  keep: (id: string, made: CaseJourneys | undefined) => Promise<void>,
): Promise<void> {
  let after: string | undefined;
  do {
    const page = await store.list(
      'journeys',
      {},
      { limit: piece, ...(after === undefined ? {} : { after }) },
    );
    for (const { case: id, made } of page.rows) {
      await keep(id, made);
      if (made?.madeBy !== making) await setImmediate();
    }
    after = page.next;
    await setImmediate();
  } while (after !== undefined);
}

/** A family that can't be read is named by the store, and counted when it is whole again. */
async function madeAnew(host: Host, id: string): Promise<CaseJourneys | undefined> {
  try {
    return await journeysAnew(host, id);
  } catch (fault) {
    if (fault instanceof Damaged) return undefined;
    throw fault;
  }
}
