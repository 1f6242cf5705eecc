import type { IdentityProvider } from '../../support/identity-provider.ts';
import type { DocumentKind, Store } from '../../../server/store/index.ts';
import { defaultRules, putIdentityRules } from '../../../server/identity/rules.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

export const publicUrl = 'https://throughline.northmoor.example';

const kinds: DocumentKind[] = [
  ...(['account', 'sign-in-name', 'session', 'identity', 'setting', 'one-time', 'sign-in-attempt'] as const),
];

/** Takes all small documents of these kinds away. */
export async function empty(store: Store, kinds: DocumentKind[]): Promise<void> {
  for (const kind of kinds) {
    const { rows } = await store.list('documents', { kind }, { limit: 500 });
    for (const { id } of rows) await store.remove(kind, id);
  }
}

/** A browser with its own cookies, from the service to the provider and back. */
export interface Traveller {
  /** leaves for the provider: the address it is sent to */
  leave(path?: string): Promise<string>;
  /** comes back with what the provider gave it: where it is sent on to */
  back(address: string): Promise<string>;
  /** leaves, answers everything there, and comes back */
  signIn(): Promise<string>;
  get<T = never>(path: string): Promise<{ status: number; body: T }>;
  post(path: string, body?: object): Promise<number>;
  cookies: Map<string, string>;
  /** what a browser was told to keep, word by word */
  told: string[];
}

export interface AtTheProvider {
  server: TestServer;
  provider: IdentityProvider;
  traveller(): Traveller;
  /** the service as on its first day: nobody has an account or a session; people are found by their names */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** A service with the authority's sign-in, and the provider it belongs to. */
export async function atTheProvider(
  provider: IdentityProvider,
  options: { localAccounts?: boolean } = {},
): Promise<AtTheProvider> {
  const { issuer, clientId, clientSecret } = provider;
  const settings = { issuer, clientId, clientSecret, publicUrl };
  const server = await testServer({ entrance: { provider: settings, ...options } });
  let travellers = 0;
  return {
    ...{ server, provider },
    // each comes from an address of their own: what is counted for one is not counted for the next
    traveller: () => traveller(server, provider, `10.0.0.${String((travellers += 1))}`),
    empty: async () => {
      await empty(server.store, kinds);
      await putIdentityRules(server.store, { ...defaultRules, match: 'name' }, 0);
    },
    close: () => server.close(),
  };
}

function traveller({ app }: TestServer, provider: IdentityProvider, remoteAddress: string): Traveller {
  const cookies = new Map<string, string>();
  const told: string[] = [];
  const ask = async (method: 'GET' | 'POST', path: string, only: RegExp, body?: object, csrf = '') => {
    const kept = [...cookies].filter(([name]) => only.test(name));
    const cookie = kept.map((pair) => pair.join('=')).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(csrf ? { 'x-csrf-token': csrf } : {}) };
    const answer = await app.inject({
      method,
      url: path,
      headers,
      remoteAddress,
      ...(body ? { payload: body } : {}),
    });
    told.push(...[answer.headers['set-cookie'] ?? []].flat());
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const csrf = async () => (await ask('GET', '/api/session', /./)).json<{ csrf: string }>().csrf;
  const me: Traveller = {
    ...{ cookies, told },
    leave: async (path = '/api/sign-in/provider') => (await ask('GET', path, /./)).headers.location ?? '',
    // from another site a browser brings the lax cookie only: the session's own is strict
    back: async (address) =>
      (await ask('GET', address.slice(publicUrl.length), /attempt/)).headers.location ?? '',
    signIn: async () => me.back(await provider.through(await me.leave())),
    async get(path) {
      const answer = await ask('GET', path, /./);
      return { status: answer.statusCode, body: answer.json() };
    },
    post: async (path, body = {}) => (await ask('POST', path, /./, body, await csrf())).statusCode,
  };
  return me;
}

/** Lets an administrator set how the provider is read. */
export async function setRules(admin: Browser, change: object): Promise<number> {
  const { rules, revision } = (await admin.get<{ rules: object; revision: number }>('/api/identity')).body;
  return (await admin.put('/api/identity', { rules: { ...rules, ...change }, revision })).status;
}
