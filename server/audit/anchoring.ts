import type { Moment } from '#engine';
import { secondsBetween } from '../clock.ts';
import type { Services } from '../services.ts';
import { anchorNow, type AnchorState } from './anchor.ts';

interface Turn {
  by: string;
  at: Moment;
  /** the anchor of this turn was not written: another try is due sooner */
  failed?: boolean;
}

interface AnchoringOptions extends Services {
  /** outside the database: best on another machine */
  folder: string;
  /** seconds from one anchor to the next */
  every?: number;
  failed: (state: AnchorState) => void;
}

const hour = 60 * 60;
const soonAgain = 5 * 60;
const lookEvery = 60_000;

/**
 * Takes the turn to anchor when one is due. Of several servers on one store one gets it: the turn is a document that
 * is written over the revision that was read.
 */
export async function takeTurn({ store, clock }: Services, every: number, failed = false): Promise<boolean> {
  const found = await store.document<Turn>('anchor', 'turn');
  const now = clock.now();
  const wait = found?.body.failed ? Math.min(soonAgain, every) : every;
  // a turn of a day to come was taken by a server whose clock is wrong: nobody waits for that day
  if (!failed && found && Math.abs(secondsBetween(found.body.at, now)) < wait) return false;
  const body: Turn = { by: store.about.process, at: now, ...(failed ? { failed } : {}) };
  return (await store.put({ kind: 'anchor', id: 'turn', body, expecting: found?.revision ?? 0 })).ok;
}

/** Anchors now if it is time and nobody else does. */
export async function anchorWhenDue({
  folder,
  every = hour,
  failed,
  ...services
}: AnchoringOptions): Promise<AnchorState | undefined> {
  if (!(await takeTurn(services, every))) return undefined;
  const state = await anchorNow(services, folder);
  if (!state.ok) {
    failed(state);
    await takeTurn(services, every, true);
  }
  return state;
}

/** Anchors by the hour and, as the server ends, once more. */
export function startAnchoring(options: AnchoringOptions): { stop(): Promise<void> } {
  const look = (): void => {
    anchorWhenDue(options).catch(() => options.failed({ ok: false, message: 'The store did not answer.' }));
  };
  const timer = setInterval(look, lookEvery);
  timer.unref();
  setImmediate(look);
  return {
    async stop() {
      clearInterval(timer);
      const { folder, failed, ...services } = options;
      const state = await anchorNow(services, folder).catch(() => ({ ok: false }));
      if (!state.ok) failed(state);
    },
  };
}
