import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody at the provider, and how they sign in there. */
export interface KnownPerson {
  sub: string;
  claims: Record<string, unknown>;
  acr?: string;
  amr?: string[];
  /** seconds since they signed in there; 0 when absent */
  age?: number;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** who is at the keyboard: every question of the provider is answered as this person */
  is(person: KnownPerson): void;
  /** goes through the provider as a browser does, from the address it was sent to until it is sent back */
  through(address: string): Promise<string>;
  /** what the provider tells the service when somebody signs out there: the token it would send */
  logoutToken(sub: string): Promise<string>;
  /** the provider's own session of whoever signed in last */
  sid(): string;
  /** signs any statement with the provider's key, also what a provider should never send */
  sign(claims: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

const client = { id: 'throughline', secret: 'a secret of the tests that is long enough' };

/** A certified provider in this process: real discovery, keys, redirects and tokens; nobody has to click. */
export async function identityProvider(publicUrl: string): Promise<IdentityProvider> {
  let person: KnownPerson = { sub: 'nobody', claims: {} };
  const sent: string[] = [];
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, {
    ...configuration(publicUrl, () => person, sent),
    jwks: { keys: [key] },
  } as Configuration);
  const sids: string[] = [];
  provider.on('authorization_code.saved', (code) => void sids.push(code.sid ?? ''));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    void agree(provider, person, request, response);
  });
  return {
    ...{ issuer, clientId: client.id, clientSecret: client.secret },
    is: (next) => (person = next),
    through: (address) => through(address, publicUrl),
    async logoutToken(sub) {
      const found = await provider.Client.find(client.id);
      await (found as unknown as LogsOut).backchannelLogout(sub, 'a-session');
      return sent.pop() ?? '';
    },
    sid: () => sids.at(-1) ?? '',
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey),
    close: () => closed(server),
  };
}

/** how the library calls it; its types leave it out */
interface LogsOut {
  backchannelLogout(sub: string, sid: string): Promise<void>;
}

function configuration(publicUrl: string, who: () => KnownPerson, sent: string[]): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${publicUrl}/api/sign-in/return`],
        backchannel_logout_session_required: true,
        backchannel_logout_uri: `${publicUrl}/api/sign-in/back-channel-logout`,
      },
    ],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email', 'email_verified'],
    },
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...who().claims }),
    }),
    cookies: { keys: ['only for tests'] },
    ttl: {
      Session: 3600,
      Interaction: 600,
      Grant: 3600,
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
    },
    // what the provider posts to the service is caught, so that a test decides when and whether it arrives
    fetch: (_address: unknown, options: { body?: unknown } = {}) => {
      sent.push(new URLSearchParams(String(options.body)).get('logout_token') ?? '');
      return Promise.resolve(new Response(null, { status: 200 }));
    },
  } as unknown as Configuration;
}

async function agree(
  provider: Provider,
  person: KnownPerson,
  ...[request, response]: Parameters<Provider['interactionFinished']> extends [infer Q, infer S, ...unknown[]]
    ? [Q, S]
    : never
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid profile email');
  const { sub: accountId, acr, amr, age = 0 } = person;
  const ts = Math.floor(Date.now() / 1000) - age;
  await provider.interactionFinished(request, response, {
    login: { accountId, ts, ...(acr ? { acr } : {}), ...(amr ? { amr } : {}) },
    consent: { grantId: await grant.save() },
  });
}

/** Follows redirects with the cookies a browser would keep, as far as an address of the service. */
async function through(address: string, publicUrl: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let steps = 0; steps < 10 && !next.startsWith(publicUrl); steps += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`the provider answered ${String(response.status)}: ${await response.text()}`);
    next = new URL(location, next).href;
  }
  return next;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
