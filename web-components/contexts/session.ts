import { closeLive } from '../api/live.ts';
import { rememberCsrf } from '../api/request.ts';
import { loadSession, type Session } from '../api/session.ts';

/** Who is signed in: one value for the whole service, asked of the server and never stored. */
let now: Session | undefined;
/** who was signed in last, also when they are not any more */
let last: string | undefined;
const listeners = new Set<() => void>();

export function currentSession(): Session | undefined {
  return now;
}

/** Id of whoever was signed in last in this window, also when their session has ended. */
export function lastPerson(): string | undefined {
  return last;
}

export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the server; without a connection the last answer stays. */
export async function refreshSession(): Promise<Session | undefined> {
  const answer = await loadSession();
  if (answer.ok) setSession(answer.value);
  return now;
}

export function setSession(session: Session): void {
  now = session;
  last = session.person?.id ?? last;
  rememberCsrf(session.csrf);
  if (!session.signedIn) closeLive();
  for (const listener of listeners) listener();
}

/** May the person begin this? The server has the last word; this only decides what is offered. */
export function mayBegin(action: string): boolean {
  return now?.may === undefined || now.may.includes(action);
}
