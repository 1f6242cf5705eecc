import type { IdentityProvider } from '../../support/identity-provider.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

export const publicUrl = 'https://throughline.northmoor.example';

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
  return {
    ...{ server, provider },
    traveller: () => traveller(server, provider),
    close: () => server.close(),
  };
}

function traveller({ app }: TestServer, provider: IdentityProvider): Traveller {
  const cookies = new Map<string, string>();
  const told: string[] = [];
  const ask = async (method: 'GET' | 'POST', path: string, only: RegExp, body?: object, csrf = '') => {
    const kept = [...cookies].filter(([name]) => only.test(name));
    const cookie = kept.map((pair) => pair.join('=')).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(csrf ? { 'x-csrf-token': csrf } : {}) };
    const answer = await app.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) });
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
