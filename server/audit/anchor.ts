import { mkdir } from 'node:fs/promises';
import type { Moment } from '#engine';
import type { Services } from '../services.ts';
import type { ChainHead, Store } from '../store/port.ts';
import { anchorHash, anchorsEnd, appendAnchor, chainOf, type Anchor } from './anchor-files.ts';
import { inTurn } from './anchor-turn.ts';

/** How anchoring stands, for whoever keeps the system running: the same on every server of a store. */
export interface AnchorState {
  ok: boolean;
  /** the latest anchor that was written */
  at?: Moment;
  hash?: string;
  /** when it was tried last, and why it did not work */
  tried?: Moment;
  message?: string;
}

/** How anchoring stands; nothing was anchored yet where there is no state. */
export async function anchorState({ store }: Pick<Services, 'store'>): Promise<AnchorState> {
  return (await store.document<AnchorState>('anchor', 'state'))?.body ?? { ok: true };
}

/**
 * Writes where all chains stand into a folder outside the database. The first anchor of a day names every chain, the
 * others those that moved, so that an hour without work costs a line. Gives undefined when nothing moved.
 */
export async function writeAnchor(services: Services, folder: string): Promise<Anchor | undefined> {
  await mkdir(folder, { recursive: true });
  return inTurn(folder, () => writeNext(services, folder));
}

async function writeNext({ store, clock }: Services, folder: string): Promise<Anchor | undefined> {
  const { last, latest, ...end } = await anchorsEnd(folder);
  const now = clock.now();
  // a server whose clock is behind, or ahead for a while, goes on where the others are: the files stay in order
  const day = now.slice(0, 10) > end.day ? now.slice(0, 10) : end.day;
  const isFirstOfDay = day !== end.day || latest.size === 0;
  const heads = await store.heads();
  const moved = heads.filter((head) => hasMoved(head, latest));
  if (moved.length === 0 && !isFirstOfDay) return undefined;
  const previous = last?.hash ?? '';
  const named = isFirstOfDay ? heads : moved;
  const unsigned = { at: now, authority: store.about.authority.id, heads: named, previous };
  const anchor = { ...unsigned, hash: anchorHash(unsigned) };
  await appendAnchor(folder, day, anchor);
  return anchor;
}

function hasMoved(head: ChainHead, latest: Map<string, ChainHead>): boolean {
  const before = latest.get(chainOf(head));
  return before?.seq !== head.seq || before.hash !== head.hash;
}

/** Anchors, and keeps what became of it where every server and page can read it. */
export async function anchorNow(services: Services, folder: string): Promise<AnchorState> {
  const before = await anchorState(services);
  const tried = services.clock.now();
  const state = await writeAnchor(services, folder).then(
    (anchor): AnchorState => ({
      ...{ ok: true, tried },
      ...(anchor
        ? { at: anchor.at, hash: anchor.hash }
        : { at: before.at ?? tried, hash: before.hash ?? '' }),
    }),
    (fault: unknown): AnchorState => ({
      ...{ ok: false, tried, message: reasonOf(fault) },
      ...(before.at === undefined ? {} : { at: before.at }),
      ...(before.hash === undefined ? {} : { hash: before.hash }),
    }),
  );
  await keepState(services.store, state);
  return state;
}

/** The code of a fault of the disk, never a path. */
function reasonOf(fault: unknown): string {
  const code = (fault as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
  return `The heads of the chains could not be written to ANCHOR_DIR (${code}): see that the folder exists and can be written.`;
}

async function keepState(store: Store, state: AnchorState): Promise<void> {
  const found = await store.document('anchor', 'state');
  await store.put({ kind: 'anchor', id: 'state', body: state, expecting: found?.revision ?? 0 });
}
