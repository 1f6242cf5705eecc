import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRules } from '../../../server/identity/rules.ts';
import { openProvider, type Provider } from '../../../server/identity/provider.ts';
import { readStatement } from '../../../server/identity/statement.ts';

const settings = { clientId: 'throughline', clientSecret: 'secret', publicUrl: 'https://x.example' };
const seconds = () => Math.floor(Date.now() / 1000);
const keys = { theirs: await generateKeyPair('RS256'), others: await generateKeyPair('RS256') };

/** a provider that answers what a test wants, which no certified one would */
let says: { nonce: string; signedBy: 'theirs' | 'others'; claims: JWTPayload; userinfo: object };
let issuer = '';
let provider: Provider;
const server = createServer((request, response) => {
  void (async () => {
    const answer = await answerTo(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  })();
});

async function answerTo(path: string): Promise<object> {
  if (path === '/jwks') {
    return { keys: [{ ...(await exportJWK(keys.theirs.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
  }
  if (path === '/userinfo') return { sub: 'sam', ...says.userinfo };
  if (path === '/token') {
    const said = { iss: issuer, aud: settings.clientId, sub: 'sam', iat: seconds(), exp: seconds() + 60 };
    const id_token = await new SignJWT({ ...said, nonce: says.nonce, ...says.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(keys[says.signedBy].privateKey);
    return { access_token: 'x', token_type: 'bearer', id_token };
  }
  return {
    ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
    ...{ jwks_uri: `${issuer}/jwks`, userinfo_endpoint: `${issuer}/userinfo` },
    ...{ response_types_supported: ['code'], id_token_signing_alg_values_supported: ['RS256'] },
  };
}

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  provider = openProvider({ ...settings, issuer });
});
afterAll(() => void server.close());

const finish = async (said: Omit<typeof says, 'nonce'>) => {
  const { keep } = await provider.begin(defaultRules, false);
  says = { ...said, nonce: keep.nonce };
  const attempt = { ...keep, then: '/', expires: '' };
  return provider.finish(`code=one&state=${keep.state}`, attempt, defaultRules);
};

it('a statement is believed only when the provider’s own key signed it', async () => {
  const said = { claims: { amr: ['mfa'] }, userinfo: {} };
  expect(await finish({ ...said, signedBy: 'theirs' })).toMatchObject({ sub: 'sam', amr: ['mfa'] });
  await expect(finish({ ...said, signedBy: 'others' })).rejects.toThrow();
});

it('how and when somebody signed in is said by the signed statement alone', async () => {
  const userinfo = { amr: ['mfa'], acr: 'mfa', auth_time: seconds(), sid: 'x', preferred_username: 'sam' };
  const claims = await finish({ signedBy: 'theirs', claims: {}, userinfo });
  expect(claims).not.toHaveProperty('sid');
  const statement = readStatement(claims, defaultRules);
  expect(statement).toMatchObject({ name: 'sam', strong: false });
  expect(statement).not.toHaveProperty('age');
});
