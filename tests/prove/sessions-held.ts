import { accountOf } from '../../server/access/index.ts';
import { accountWithPassword, testServer } from '../server/support/test-server.ts';
import type { Browser, TestServer } from '../server/support/test-server.ts';
import { operationsOf } from './described.ts';

export interface Sessions {
  /** changes sent without the page's token, with a wrong one, with another session's, or from another site */
  forged: number;
  /** those that were not refused as forged */
  taken: string[];
  /** a token planted before somebody signed in opens nothing, and theirs is another one */
  fixed: boolean;
  /** a token that was signed out opens nothing */
  replayed: boolean;
  /** milliseconds from an account being disabled until its open session is refused, and its live page ended */
  leaver: { refused: number; ended: number };
}

const password = 'a long enough phrase';

/** Tries what somebody does who has another's cookie, or makes another's browser ask. */
export async function trySessions(): Promise<Sessions> {
  const server = await testServer();
  try {
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const id = await accountWithPassword(server.store, 'sam', password);
    return {
      ...(await forge(server)),
      fixed: await fixes(server),
      replayed: await replays(server),
      leaver: await leave(server, address, id),
    };
  } finally {
    await server.close();
  }
}

async function forge(server: TestServer): Promise<Pick<Sessions, 'forged' | 'taken'>> {
  const [mine, other] = [await server.signedIn('administrator'), await server.signedIn('administrator')];
  const csrf = (await other.get<{ csrf: string }>('/api/session')).body.csrf;
  const own = (await mine.get<{ csrf: string }>('/api/session')).body.csrf;
  const forgeries: Record<string, string>[] = [
    { 'x-csrf-token': '' },
    { 'x-csrf-token': 'x'.repeat(own.length) },
    { 'x-csrf-token': csrf },
    { 'x-csrf-token': own, 'sec-fetch-site': 'cross-site' },
    { 'x-csrf-token': own, 'sec-fetch-site': 'same-site' },
  ];
  const found: Pick<Sessions, 'forged' | 'taken'> = { forged: 0, taken: [] };
  // what is sent by a provider or a provisioning client carries no cookie: it is held by a token or a signature of its own
  const changes = (await operationsOf(server.app)).filter(
    ({ method, path }) => method !== 'GET' && !/\/scim\/|back-channel/.test(path),
  );
  for (const { method, path } of changes) {
    for (const headers of forgeries) {
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      const sent = {
        method,
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload: '{}',
      };
      const { status, body } = await mine.send<{ refusal?: { reason: string } }>(sent);
      found.forged += 1;
      if (status !== 403 || body.refusal?.reason !== 'not-from-a-page')
        found.taken.push(`${method} ${path} ${JSON.stringify(headers)}: ${String(status)}`);
    }
  }
  return found;
}

const isOpen = async (server: TestServer, cookie: string): Promise<boolean> =>
  (await server.app.inject({ method: 'GET', url: '/api/teams', headers: { cookie } })).statusCode === 200;

async function signIn(server: TestServer): Promise<Browser> {
  const browser = await server.browser();
  const { status } = await browser.post('/api/sign-in', { name: 'sam', password });
  if (status !== 200) throw new Error(`nobody could sign in: ${String(status)}`);
  return browser;
}

async function fixes(server: TestServer): Promise<boolean> {
  const browser = await server.browser();
  const planted = browser.cookie();
  await browser.post('/api/sign-in', { name: 'sam', password });
  const own = browser.cookie();
  return planted !== own && (await isOpen(server, own)) && !(await isOpen(server, planted));
}

async function replays(server: TestServer): Promise<boolean> {
  const browser = await signIn(server);
  const cookie = browser.cookie();
  const wasOpen = await isOpen(server, cookie);
  await browser.post('/api/sign-out');
  return wasOpen && !(await isOpen(server, cookie));
}

/** Somebody leaves while their page is open: the next thing it asks is refused, and it hears no more. */
async function leave(server: TestServer, address: string, id: string): Promise<Sessions['leaver']> {
  const cookie = (await signIn(server)).cookie();
  const live = await fetch(`${address}/api/live`, { headers: { cookie } });
  const ended = (async () => {
    const reader = live.body?.getReader();
    while (!(await reader?.read())?.done);
    return performance.now();
  })();
  const admin = await server.signedIn('administrator');
  const revision = (await accountOf(server.store, id))?.revision;
  const body = { displayName: 'Sam', roles: [], disabled: true, revision };
  const { status } = await admin.put(`/api/accounts/${id}`, body);
  if (status !== 200) throw new Error(`the account could not be disabled: ${String(status)}`);
  const left = performance.now();
  while (await isOpen(server, cookie));
  return { refused: performance.now() - left, ended: (await ended) - left };
}
