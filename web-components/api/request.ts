/** One way to speak to the server: a refusal is a value, and losing the line is one too. */
import { isSomebodyHere } from './at-work.ts';

export interface FindingSays {
  check: string;
  level: 'error' | 'warning' | 'advice';
  question?: string;
  child?: string;
  message: string;
}

export interface RefusalSays {
  reason: string;
  message: string;
  findings: FindingSays[];
}

export interface Refused {
  ok: false;
  /** HTTP status; 0 when the server could not be reached */
  status: number;
  refusal: RefusalSays;
  /** the whole answer, for refusals that carry more (409 brings the other text) */
  body: unknown;
}

export type Answered<T> = { ok: true; value: T } | Refused;

let csrf = '';
let onSignedOut: () => void = () => undefined;
let onUnconfirmed: () => Promise<boolean> = () => Promise.resolve(false);

/** Kept from GET /api/session and sent with every change. */
export function rememberCsrf(token: string): void {
  csrf = token;
}

/** What to do when the server says that nobody is signed in. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** What to do when a change asks its sender to show once more who they are; true: send it again. */
export function whenUnconfirmed(act: () => Promise<boolean>): void {
  onUnconfirmed = act;
}

/** The session is over: said by a refusal, or heard when live updates end. */
export function signedOut(): void {
  onSignedOut();
}

const unreachable: RefusalSays = {
  reason: 'unreachable',
  message: 'There is no connection at the moment. Nothing you typed is lost. Try again in a minute.',
  findings: [],
};

const unclear: RefusalSays = {
  reason: 'unclear',
  message: 'Something went wrong on our side. Try again, or tell your service desk what you were doing.',
  findings: [],
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function send<T>(
  method: Method,
  path: string,
  body?: unknown,
  keepalive = false,
): Promise<Answered<T>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const request: RequestInit = { method, headers, credentials: 'same-origin', keepalive };
  if (method !== 'GET') headers['x-csrf-token'] = csrf;
  else if (!isSomebodyHere()) headers['x-live'] = '1';
  if (body instanceof FormData) request.body = body;
  else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`/api${path}`, request);
  } catch {
    return { ok: false, status: 0, refusal: unreachable, body: undefined };
  }
  const answer = await read(response);
  if (response.ok) return { ok: true, value: answer as T };
  if (response.status === 401) onSignedOut();
  if (response.status >= 502) return { ok: false, status: 0, refusal: unreachable, body: answer };
  const refusal = refusalOf(answer);
  if (refusal.reason === 'step-up' && (await onUnconfirmed())) return send<T>(method, path, body, keepalive);
  return { ok: false, status: response.status, refusal, body: answer };
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refusalOf(answer: unknown): RefusalSays {
  const refusal = (answer as { refusal?: Partial<RefusalSays> } | undefined)?.refusal;
  if (!refusal?.message) return unclear;
  return { reason: refusal.reason ?? 'refused', message: refusal.message, findings: refusal.findings ?? [] };
}

export const get = <T>(path: string): Promise<Answered<T>> => send<T>('GET', path);
/** `keepalive` lets a change outlive the page that sends it. */
export const post = <T>(path: string, body: unknown = {}, keepalive = false): Promise<Answered<T>> =>
  send<T>('POST', path, body, keepalive);
export const put = <T>(path: string, body: unknown, keepalive = false): Promise<Answered<T>> =>
  send<T>('PUT', path, body, keepalive);

export const remove = <T>(path: string): Promise<Answered<T>> => send<T>('DELETE', path);

/** '?a=1&b=2' of what is set; '' when nothing is. */
export function query(values: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** A new id for a command: sending the same one twice does the work once. */
export function newCommandId(): string {
  return crypto.randomUUID();
}
