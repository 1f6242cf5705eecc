import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { identityProvider } from '../../support/identity-provider.ts';
import { accountOf, changeAccount, personOf } from '../../../server/access/index.ts';
import { buildApp } from '../../../server/app.ts';
import { shippedVersions } from '../../support/shipped-version.ts';
import { storeIn } from '../support/temporary-store.ts';
import { publicUrl, type Traveller } from './at-the-provider.ts';
import { serviceWithSam } from './service-with-sam.ts';

const sam = {
  ...{ sub: 'subject-sam', claims: { preferred_username: 'sam', name: 'Sam Reed' }, amr: ['mfa'] },
};
const event = 'http://schemas.openid.net/event/backchannel-logout';

const at = serviceWithSam(sam);
let traveller: Traveller;
beforeEach(async () => {
  traveller = at.traveller();
  await traveller.signIn();
});

const isIn = async (who = traveller): Promise<boolean> => (await who.get('/api/staff')).status === 200;

const sends = async (token: string): Promise<number> => {
  const answer = await at.server.app.inject({
    ...{ method: 'POST', url: '/api/sign-in/back-channel-logout' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token: token }).toString(),
  });
  return answer.statusCode;
};

/** what the provider would say, with something else about it */
const says = (change: Record<string, unknown>): Promise<string> => {
  const iat = Math.floor(Date.now() / 1000);
  const { issuer: iss, clientId: aud } = at.provider;
  return at.provider.sign({
    ...{ iss, aud, iat, exp: iat + 120, jti: randomUUID(), sub: sam.sub, events: { [event]: {} } },
    ...change,
  });
};

const disable = async (): Promise<void> => {
  const found = await accountOf(at.server.store, 'sam-here');
  if (!found) throw new Error('no account');
  await changeAccount(at.server.store, { ...found.body, disabled: true }, found.revision);
};

describe('back-channel logout', () => {
  it('ends every session of the person, in every browser, with the next request', async () => {
    const second = at.traveller();
    await second.signIn();
    const kim = await at.server.signedIn('social-worker');
    expect([await isIn(), await isIn(second)]).toEqual([true, true]);
    expect(await sends(await at.provider.logoutToken(sam.sub))).toBe(200);
    expect([await isIn(), await isIn(second)]).toEqual([false, false]);
    expect((await kim.get('/api/staff')).status).toBe(200);
  });

  it('is heard when the provider names the session only', async () => {
    const { rows } = await at.server.store.list('documents', { kind: 'identity' });
    expect(rows.length).toBe(2);
    expect(await sends(await says({ sub: undefined, sid: 'another session' }))).toBe(200);
    expect(await isIn()).toBe(true);
    expect(await sends(await says({ sub: undefined, sid: at.provider.sid() }))).toBe(200);
    expect(await isIn()).toBe(false);
  });

  it('is heard once: a token that was seen is refused', async () => {
    const token = await at.provider.logoutToken(sam.sub);
    expect(await sends(token)).toBe(200);
    await traveller.signIn();
    expect(await sends(token)).toBe(400);
    expect(await isIn()).toBe(true);
  });

  it.each([
    ['for another service', { aud: 'another' }],
    ['of another provider', { iss: 'https://elsewhere.example' }],
    ['without the event', { events: {} }],
    ['that is a statement of sign-in', { nonce: 'n' }],
    ['without a number', { jti: undefined }],
    ['without a time', { iat: undefined }],
    ['that is old', { iat: Math.floor(Date.now() / 1000) - 3600 }],
    ['that is over', { exp: Math.floor(Date.now() / 1000) - 3600 }],
  ])('%s is refused', async (_, change) => {
    expect(await sends(await says(change))).toBe(400);
    expect(await isIn()).toBe(true);
  });

  it('that was signed by nobody, or by somebody else, is refused', async () => {
    const [head = '', body = '', signature = ''] = (await says({})).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const other = await identityProvider(publicUrl);
    const { issuer: iss, clientId: aud } = at.provider;
    const iat = Math.floor(Date.now() / 1000);
    const forged = await other.sign({
      ...{ iss, aud, iat, jti: randomUUID(), sub: sam.sub, events: { [event]: {} } },
    });
    await other.close();
    const changed = Buffer.from(body, 'base64url').toString().replace(sam.sub, 'subject-kim');
    for (const token of [
      `${none}.${body}.`,
      `${head}.${Buffer.from(changed).toString('base64url')}.${signature}`,
      forged,
      'no token at all',
      '',
    ]) {
      expect(await sends(token)).toBe(400);
    }
    expect(await isIn()).toBe(true);
  });
});

describe('whoever leaves', () => {
  it('is out at every server that shares the store, with the next request', async () => {
    const { clock, folder } = at.server;
    const store = storeIn(folder, { now: () => Date.parse(clock.now()), process: 'second' });
    const second = await buildApp({
      ...{
        store,
        clock,
        versions: shippedVersions,
        secure: false,
        version: '0.0.0',
        pages: `${folder}/pages`,
      },
      ...{ trustProxy: false, logLevel: 'silent' },
    });
    const cookie = `throughline=${traveller.cookies.get('throughline') ?? ''}`;
    const there = async () =>
      (await second.inject({ method: 'GET', url: '/api/staff', headers: { cookie } })).statusCode;
    expect(await there()).toBe(200);
    await disable();
    expect([await there(), await isIn()]).toEqual([401, false]);
    await second.close();
    await store.close();
  });

  it('hears nothing more: live updates end with the next look', async () => {
    const cookie = `throughline=${traveller.cookies.get('throughline') ?? ''}`;
    const { app } = at.server;
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const live = await fetch(`${address}/api/live`, { headers: { cookie } });
    expect(app.live.listeners()).toBe(1);
    await disable();
    await app.live.poll();
    // the stream ends: reading it to the end comes back
    expect(await live.text()).toContain(': listening');
  });

  it('is nobody from the moment the account ends', async () => {
    const token = traveller.cookies.get('throughline') ?? '';
    const found = await accountOf(at.server.store, 'sam-here');
    if (!found) throw new Error('no account');
    const until = new Date(Date.parse(at.server.clock.now()) + 60_000).toISOString();
    await changeAccount(at.server.store, { ...found.body, until }, found.revision);
    expect(await personOf(at.server, token)).toMatchObject({ id: 'sam-here' });
    at.server.clock.pass(60);
    expect(await personOf(at.server, token)).toBeUndefined();
    expect(await isIn()).toBe(false);
  });
});
