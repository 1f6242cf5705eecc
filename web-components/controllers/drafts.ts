import { saveDraft, type AnswersPlace, type Draft } from '../api/tasks.ts';
import { keepDrafts, type AnswerOrigin, type DraftEntry, type KeptDrafts } from './draft-entry.ts';
import { sendDrafts, type Save, type Sending } from './draft-sending.ts';

export interface Drafts {
  entry: (key: string) => DraftEntry | undefined;
  entries: () => ReadonlyMap<string, DraftEntry>;
  /** A person changed an answer. */
  set: (key: string, value: unknown, origin?: AnswerOrigin) => void;
  /** What the server has; answers being written here stay. `held` keys are left alone too (a field in use). */
  merge: (drafts: Record<string, Draft>, held?: (key: string) => boolean) => void;
  /** Both texts are on the screen: this one is to stand. */
  keepMine: (key: string, value?: unknown) => void;
  takeTheirs: (key: string) => void;
  /** Sends everything now; true when all of it arrived. */
  settle: () => Promise<boolean>;
  unsent: () => number;
  watch: (listener: () => void) => () => void;
}

const places = new Map<string, Drafts & { stop: () => void }>();

/** The drafts of a task, or of a form being added to a family: the same ones for every page that asks. */
export function draftsFor(place: AnswersPlace): Drafts {
  const name = JSON.stringify(place);
  const known = places.get(name);
  if (known) return known;
  const made = makeDrafts(place, saveDraft);
  places.set(name, made);
  return made;
}

/** After completing, and on signing out: nothing of it stays. */
export function forgetUnsent(place?: AnswersPlace): void {
  for (const [name, drafts] of places) {
    if (place && name !== JSON.stringify(place)) continue;
    drafts.stop();
    places.delete(name);
  }
}

/** Exported for tests, which bring their own way of saving. */
export function makeDrafts(place: AnswersPlace, save: Save): Drafts & { stop: () => void } {
  const kept = keepDrafts();
  const sending = sendDrafts(place, kept, save);
  const unsent = (): number => [...kept.all().values()].filter(({ state }) => state !== 'saved').length;
  const stop = attend(sending.all, () => unsent() > 0);
  return {
    entry: kept.get,
    entries: kept.all,
    set: (key, value, origin = 'typed') => {
      const undecided = kept.get(key)?.state === 'conflict';
      kept.change(key, { value, origin, state: undecided ? 'conflict' : 'waiting' });
      if (!undecided) sending.later(key);
    },
    merge: (drafts, held) => merge(kept, drafts, held),
    keepMine: (key, value) => keepMine(kept, sending, key, value),
    takeTheirs: (key) => {
      const theirs = kept.get(key)?.theirs;
      if (theirs) kept.replace(key, { ...theirs, state: 'saved' });
    },
    settle: async () => {
      await sending.all();
      return unsent() === 0;
    },
    unsent,
    watch: kept.watch,
    stop: () => {
      stop();
      sending.stop();
    },
  };
}

function merge(kept: KeptDrafts, drafts: Record<string, Draft>, held?: (key: string) => boolean): void {
  for (const [key, draft] of Object.entries(drafts)) {
    const mine = kept.get(key);
    if (mine && draft.revision <= mine.revision) continue;
    if (mine && (mine.state !== 'saved' || held?.(key))) continue;
    kept.replace(key, { ...draft, state: 'saved' });
  }
  kept.tell();
}

/** The person decided: their text goes out on the revision of the other, which it knowingly replaces. */
function keepMine(kept: KeptDrafts, sending: Sending, key: string, value?: unknown): void {
  const entry = kept.get(key);
  if (!entry?.theirs) return;
  const { theirs, ...mine } = entry;
  kept.replace(key, { ...mine, value: value ?? entry.value, revision: theirs.revision, state: 'waiting' });
  sending.now(key);
}

/** Sends when the line is back or the page is put away, and warns before a page with unsent answers is closed. */
function attend(sendAll: (keepalive?: boolean) => Promise<void>, unsent: () => boolean): () => void {
  const online = (): void => void sendAll();
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') void sendAll(true);
  };
  const closing = (event: BeforeUnloadEvent): void => {
    if (unsent()) event.preventDefault();
  };
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('beforeunload', closing);
  return () => {
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('beforeunload', closing);
  };
}
