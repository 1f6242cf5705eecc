import { get, signedOut } from './request.ts';

/** What the server calls out: never content, only that something changed; pages ask again. */
export interface LiveEntry {
  kind: 'tasks' | 'case' | 'draft' | 'pathway';
  case?: string;
  task?: string;
  key?: string;
  /** the line was down for a while: anything may have changed */
  missed?: boolean;
}

type Listener = (entry: LiveEntry) => void;

const againAfter = 20_000;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

/** Calls `listener` for every entry until the returned function is called. */
export function listenLive(listener: Listener): () => void {
  listeners.add(listener);
  open();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) closeLive();
  };
}

/** Ends the connection, for instance on signing out. */
export function closeLive(): void {
  source?.close();
  source = undefined;
}

function open(): void {
  if (source || typeof EventSource === 'undefined') return;
  source = new EventSource('/api/live');
  const hear = (message: MessageEvent<string>): void => {
    const entry = read(message);
    if (entry) for (const listener of listeners) listener(entry);
  };
  source.onmessage = hear;
  let lost = false;
  source.onerror = () => {
    lost = true;
    void ended();
  };
  source.onopen = () => {
    if (lost) for (const listener of listeners) listener({ kind: 'tasks', missed: true });
    lost = false;
  };
  for (const kind of ['tasks', 'case', 'draft', 'pathway']) source.addEventListener(kind, hear);
}

/**
 * A lost line the browser mends by itself; a refusal it takes for final, and we do not: the server may only be busy or
 * restarting. When it refused because nobody is signed in any more, the page has to say so.
 */
async function ended(): Promise<void> {
  if (source?.readyState !== EventSource.CLOSED) return;
  source = undefined;
  const session = await get<{ signedIn: boolean }>('/session');
  if (session.ok && !session.value.signedIn) return signedOut();
  setTimeout(() => {
    if (listeners.size > 0) open();
  }, againAfter);
}

function read(message: MessageEvent<string>): LiveEntry | undefined {
  try {
    const entry = JSON.parse(message.data) as Partial<LiveEntry>;
    const kind = entry.kind ?? message.type;
    return kind === 'tasks' || kind === 'case' || kind === 'draft' || kind === 'pathway'
      ? { ...entry, kind }
      : undefined;
  } catch {
    return undefined;
  }
}
