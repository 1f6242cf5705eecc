import type { Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';
import { saveDraft, type AnswersPlace, type Draft, type Theirs } from '../api/tasks.ts';

/**
 * What is typed, question by question, on its way to the server. It lives in memory beside the pages, so that an answer
 * outlives the page it was typed on; it is never written to the machine, which others may share.
 */
export type DraftState = 'saved' | 'waiting' | 'saving' | 'unreachable' | 'conflict' | 'refused';

export interface DraftEntry {
  value: unknown;
  /** revision the server gave this answer; 0 when it has none yet */
  revision: number;
  state: DraftState;
  at?: string;
  by?: Named;
  /** the other person's answer, while both are shown */
  theirs?: Draft;
  message?: string;
  origin?: AnswerOrigin;
}

export type AnswerOrigin = 'typed' | 'copied' | 'confirmed';

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

type Save = typeof saveDraft;

const pause = 700;
const retryAfter = 5000;
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
  const kept = new Map<string, DraftEntry>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();
  const running = new Map<string, Promise<void>>();

  const tell = (): void => listeners.forEach((listener) => listener());
  const put = (key: string, change: Partial<DraftEntry>): void => {
    const before = kept.get(key) ?? { value: undefined, revision: 0, state: 'saved' as const };
    kept.set(key, { ...before, ...change });
    tell();
  };
  const later = (key: string, wait: number): void => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void send(key), wait),
    );
  };

  const send = (key: string, keepalive = false): Promise<void> => {
    clearTimeout(timers.get(key));
    const before = running.get(key) ?? Promise.resolve();
    const next = before.then(() => sendOne(key, keepalive));
    running.set(key, next);
    return next;
  };

  const sendOne = async (key: string, keepalive: boolean): Promise<void> => {
    const entry = kept.get(key);
    if (!entry || !isUnsent(entry)) return;
    const { value, revision, origin } = entry;
    put(key, { state: 'saving' });
    const answer = await save(place, key, { value, revision, origin: origin ?? 'typed' }, keepalive);
    const now = kept.get(key);
    if (!now) return;
    const changedMeanwhile = !sameValue(now.value, value);
    settleAnswer(key, answer, changedMeanwhile, value);
    if (kept.get(key)?.state === 'waiting') later(key, pause);
    if (kept.get(key)?.state === 'unreachable') later(key, retryAfter);
  };

  const settleAnswer = (
    key: string,
    answer: Answered<{ revision: number; savedAt: string }>,
    changedMeanwhile: boolean,
    sent: unknown,
  ): void => {
    if (answer.ok) {
      const { revision, savedAt } = answer.value;
      const state: DraftState = changedMeanwhile ? 'waiting' : 'saved';
      kept.set(key, without(kept.get(key), 'theirs', 'message', 'by'));
      return put(key, { revision, at: savedAt, state });
    }
    if (answer.status === 409) {
      const theirs = (answer.body as Partial<Theirs> | undefined)?.theirs;
      if (theirs && sameValue(theirs.value, sent) && !changedMeanwhile) return takeDraft(key, theirs);
      if (theirs) return put(key, { state: 'conflict', theirs });
    }
    if (answer.status === 0 || answer.status === 401) return put(key, { state: 'unreachable' });
    put(key, { state: 'refused', message: answer.refusal.message });
  };

  const takeDraft = (key: string, draft: Draft): void => {
    kept.set(key, { ...draft, state: 'saved' });
    tell();
  };

  const sendAll = (keepalive = false): Promise<unknown> =>
    Promise.all([...kept].filter(([, entry]) => isUnsent(entry)).map(([key]) => send(key, keepalive)));

  const unsent = (): number => [...kept.values()].filter((entry) => entry.state !== 'saved').length;
  const stop = attend(sendAll, () => unsent() > 0);

  return {
    entry: (key) => kept.get(key),
    entries: () => kept,
    set: (key, value, origin = 'typed') => {
      const before = kept.get(key);
      const state: DraftState = before?.state === 'conflict' ? 'conflict' : 'waiting';
      put(key, { value, origin, state });
      if (state === 'waiting') later(key, pause);
    },
    merge: (drafts, held) => {
      for (const [key, draft] of Object.entries(drafts)) {
        const mine = kept.get(key);
        if (mine && (mine.state !== 'saved' || held?.(key))) continue;
        if (!mine || draft.revision > mine.revision) kept.set(key, { ...draft, state: 'saved' });
      }
      tell();
    },
    keepMine: (key, value) => {
      const entry = kept.get(key);
      if (!entry?.theirs) return;
      kept.set(key, {
        ...without(entry, 'theirs'),
        value: value ?? entry.value,
        revision: entry.theirs.revision,
        state: 'waiting',
      });
      tell();
      void send(key);
    },
    takeTheirs: (key) => {
      const theirs = kept.get(key)?.theirs;
      if (theirs) takeDraft(key, theirs);
    },
    settle: async () => {
      await sendAll();
      await Promise.all(running.values());
      return unsent() === 0;
    },
    unsent,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Sends when the line is back or the page is put away, and warns before a page with unsent answers is closed. */
function attend(sendAll: (keepalive?: boolean) => Promise<unknown>, unsent: () => boolean): () => void {
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

function isUnsent(entry: DraftEntry): boolean {
  return entry.state === 'waiting' || entry.state === 'unreachable' || entry.state === 'saving';
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function without(entry: DraftEntry | undefined, ...fields: (keyof DraftEntry)[]): DraftEntry {
  const copy = { value: undefined, revision: 0, state: 'saved', ...entry } as DraftEntry;
  for (const field of fields) delete copy[field];
  return copy;
}
