import * as openid from 'openid-client';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Attempt } from './attempt.ts';
import type { Claims } from './statement.ts';
import type { IdentityRules } from './rules.ts';

/** Where the authority's provider is, and how it knows this service. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** origin under which browsers reach this service; the provider sends them back there */
  publicUrl: string;
}

/** The authority's provider. Every call may throw when it does not answer or answers what does not hold. */
export interface Provider {
  settings: ProviderSettings;
  /** address to send a browser to, with what has to be kept until it is back */
  begin(
    rules: IdentityRules,
    again: boolean,
  ): Promise<{ url: string; keep: Pick<Attempt, 'state' | 'nonce' | 'verifier'> }>;
  /** the claims behind the answer that a browser brought back: code, state, nonce and signature are checked */
  finish(query: string, attempt: Attempt, rules: IdentityRules): Promise<Claims>;
  issuer(): Promise<string>;
  keys(): Promise<JWTVerifyGetKey>;
}

const returnPath = '/api/sign-in/return';
const waitSeconds = 5;
/** how long ago somebody may have signed in at the provider to count as shown again */
const againSeconds = 5 * 60;

/** The provider is looked for when it is first needed: the service starts and works while it is away. */
export function openProvider(settings: ProviderSettings): Provider {
  let found: Promise<openid.Configuration> | undefined;
  let keys: JWTVerifyGetKey | undefined;
  const configuration = (): Promise<openid.Configuration> => {
    found ??= discover(settings).catch((fault: unknown) => {
      found = undefined;
      throw fault;
    });
    return found;
  };
  return {
    settings,
    issuer: async () => (await configuration()).serverMetadata().issuer,
    keys: async () => {
      keys ??= createRemoteJWKSet(new URL((await configuration()).serverMetadata().jwks_uri ?? ''));
      return keys;
    },
    begin: async (rules, again) => begin(await configuration(), settings, rules, again),
    finish: async (query, attempt, rules) => finish(await configuration(), settings, query, attempt, rules),
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<openid.Configuration> {
  const address = new URL(issuer);
  // plain http is for a provider on this machine alone, as in tests
  const here = address.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(address.hostname);
  return openid.discovery(address, clientId, undefined, openid.ClientSecretBasic(clientSecret), {
    timeout: waitSeconds,
    // the library leaves the signature to TLS unless it is told to look
    execute: [openid.enableNonRepudiationChecks, ...(here ? [openid.allowInsecureRequests] : [])],
  });
}

async function begin(
  config: openid.Configuration,
  { publicUrl }: ProviderSettings,
  rules: IdentityRules,
  again: boolean,
) {
  const keep = {
    ...{ state: openid.randomState(), nonce: openid.randomNonce() },
    verifier: openid.randomPKCECodeVerifier(),
  };
  const url = openid.buildAuthorizationUrl(config, {
    ...{ redirect_uri: publicUrl + returnPath, scope: rules.scope, state: keep.state, nonce: keep.nonce },
    code_challenge: await openid.calculatePKCECodeChallenge(keep.verifier),
    code_challenge_method: 'S256',
    ...(rules.multiFactor.acr.length > 0 ? { acr_values: rules.multiFactor.acr.join(' ') } : {}),
    ...(again ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, keep };
}

async function finish(
  config: openid.Configuration,
  { publicUrl }: ProviderSettings,
  query: string,
  attempt: Attempt,
  rules: IdentityRules,
): Promise<Claims> {
  const tokens = await openid.authorizationCodeGrant(config, new URL(`${publicUrl}${returnPath}?${query}`), {
    ...{ pkceCodeVerifier: attempt.verifier, expectedState: attempt.state, expectedNonce: attempt.nonce },
    ...{ idTokenExpected: true, ...(attempt.confirms === undefined ? {} : { maxAge: againSeconds }) },
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no statement of who it is');
  const wanted = [rules.nameClaim, rules.displayClaim, rules.groupsClaim, rules.externalClaim];
  const complete = wanted.every((name) => claims[name] !== undefined);
  if (complete || config.serverMetadata().userinfo_endpoint === undefined) return claims as Claims;
  const more = await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
  // how and when somebody signed in, and in which session, is said by what was signed for this sign-in alone
  const { acr: _acr, amr: _amr, auth_time: _time, sid: _sid, ...general } = more;
  return { ...general, ...claims } as Claims;
}
