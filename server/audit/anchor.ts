import type { Moment } from '#engine';
import type { Services } from '../services.ts';
import type { ChainHead, Store } from '../store/port.ts';
import { anchorHash, appendAnchor, chainOf, readAnchors, type Anchor } from './anchor-files.ts';

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
export async function writeAnchor({ store, clock }: Services, folder: string): Promise<Anchor | undefined> {
  const read = await readAnchors(folder);
  const now = clock.now();
  const heads = await store.heads();
  const isFirstOfDay = read.last?.at.slice(0, 10) !== now.slice(0, 10);
  const moved = isFirstOfDay ? heads : heads.filter((head) => hasMoved(head, read.latest));
  if (moved.length === 0 && !isFirstOfDay) return undefined;
  const previous = read.last?.hash ?? '';
  const unsigned = { at: now, authority: store.about.authority.id, heads: moved, previous };
  const anchor = { ...unsigned, hash: anchorHash(unsigned) };
  await appendAnchor(folder, anchor);
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
