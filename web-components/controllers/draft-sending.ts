import type { Answered } from '../api/request.ts';
import type { AnswersPlace, saveDraft, Theirs } from '../api/tasks.ts';
import { isUnsent, type KeptDrafts } from './draft-entry.ts';

type Saved = Answered<{ revision: number; savedAt: string }>;
export type Save = typeof saveDraft;

const pause = 700;
const retryAfter = 5000;

export interface Sending {
  /** sends an answer once the pen has rested */
  later: (key: string) => void;
  now: (key: string) => void;
  /** sends everything that is not there yet; resolves when each has an answer */
  all: (keepalive?: boolean) => Promise<void>;
  stop: () => void;
}

/** Sends answers one at a time per question, so that each goes out on the revision that the one before it got. */
export function sendDrafts(place: AnswersPlace, kept: KeptDrafts, save: Save): Sending {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Map<string, Promise<void>>();

  const wait = (key: string, time: number): void => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void send(key), time),
    );
  };
  const send = (key: string, keepalive = false): Promise<void> => {
    clearTimeout(timers.get(key));
    const next = (running.get(key) ?? Promise.resolve()).then(() => sendOne(key, keepalive));
    running.set(key, next);
    return next;
  };
  const sendOne = async (key: string, keepalive: boolean): Promise<void> => {
    const entry = kept.get(key);
    if (!entry || !isUnsent(entry)) return;
    const { value, revision, origin = 'typed' } = entry;
    kept.change(key, { state: 'saving' });
    const answer = await save(place, key, { value, revision, origin }, keepalive);
    settle(kept, key, answer, value);
    const state = kept.get(key)?.state;
    if (state === 'waiting') wait(key, pause);
    if (state === 'unreachable') wait(key, retryAfter);
  };
  return {
    later: (key) => wait(key, pause),
    now: (key) => void send(key),
    all: async (keepalive) => {
      for (const [key, entry] of kept.all()) if (isUnsent(entry)) void send(key, keepalive);
      await Promise.all(running.values());
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** What the server said of an answer that was sent as `sent`, while the person may have typed on. */
function settle(kept: KeptDrafts, key: string, answer: Saved, sent: unknown): void {
  const now = kept.get(key);
  if (!now) return;
  const typedOn = !sameValue(now.value, sent);
  if (answer.ok) {
    const { value, origin } = now;
    const { revision, savedAt } = answer.value;
    const state = typedOn ? 'waiting' : 'saved';
    return kept.replace(key, { value, revision, at: savedAt, state, ...(origin ? { origin } : {}) });
  }
  const theirs = answer.status === 409 ? (answer.body as Partial<Theirs> | undefined)?.theirs : undefined;
  if (theirs && sameValue(theirs.value, sent) && !typedOn)
    return kept.replace(key, { ...theirs, state: 'saved' });
  if (theirs) return kept.change(key, { state: 'conflict', theirs });
  const lineLost = answer.status === 0 || answer.status === 401;
  kept.change(
    key,
    lineLost ? { state: 'unreachable' } : { state: 'refused', message: answer.refusal.message },
  );
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
