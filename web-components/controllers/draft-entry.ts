import type { Named } from '../api/session.ts';
import type { Draft } from '../api/tasks.ts';

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

/** The entries of one form, and those who watch them. */
export interface KeptDrafts {
  get: (key: string) => DraftEntry | undefined;
  all: () => ReadonlyMap<string, DraftEntry>;
  /** changes an entry, or makes it */
  change: (key: string, change: Partial<DraftEntry>) => void;
  /** puts a whole entry in the place of what was there */
  replace: (key: string, entry: DraftEntry) => void;
  watch: (listener: () => void) => () => void;
  tell: () => void;
}

export function keepDrafts(): KeptDrafts {
  const kept = new Map<string, DraftEntry>();
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const replace = (key: string, entry: DraftEntry): void => {
    kept.set(key, entry);
    tell();
  };
  return {
    get: (key) => kept.get(key),
    all: () => kept,
    change: (key, change) =>
      replace(key, { value: undefined, revision: 0, state: 'saved', ...kept.get(key), ...change }),
    replace,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
  };
}

/** On its way, or waiting to be: what would be lost if the page were closed now. */
export function isUnsent({ state }: DraftEntry): boolean {
  return state === 'waiting' || state === 'unreachable' || state === 'saving';
}
