import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, changeAccount, createAccount } from '../../../server/access/index.ts';
import { atTheProvider, publicUrl, setRules, type AtTheProvider } from './at-the-provider.ts';
import { serviceWithSam } from './service-with-sam.ts';

const strong = { amr: ['pwd', 'otp'] };
const sam = { sub: 'subject-sam', claims: { preferred_username: 'sam', name: 'Sam Reed' }, ...strong };

const at = serviceWithSam(sam);

const whoIs = async (traveller: ReturnType<AtTheProvider['traveller']>) =>
  (await traveller.get<{ person?: { id: string } }>('/api/session')).body.person?.id;

describe('sign-in through the authority’s provider', () => {
  it('lets in whom an account is kept for, and finds them again by what the provider calls them', async () => {
    const traveller = at.traveller();
    expect(await traveller.signIn()).toBe('/');
    expect(await whoIs(traveller)).toBe('sam-here');
    at.provider.is({ ...sam, claims: { preferred_username: 'sam.married', name: 'Sam Married' } });
    const again = at.traveller();
    await again.signIn();
    expect(await whoIs(again)).toBe('sam-here');
  });

  it('goes on where the person was going, and never to another site', async () => {
    for (const [then, goes] of [
      ['/families/one', '/families/one'],
      ['//elsewhere.example', '/'],
      ['https://elsewhere.example', '/'],
      ['/\\elsewhere.example', '/'],
    ] as const) {
      const traveller = at.traveller();
      const address = await traveller.leave(`/api/sign-in/provider?then=${encodeURIComponent(then)}`);
      expect(await traveller.back(await at.provider.through(address))).toBe(goes);
    }
  });

  it('keeps the session’s cookie strict, gives it a new token, and forgets the attempt', async () => {
    const traveller = at.traveller();
    await traveller.get('/api/session');
    const planted = traveller.cookies.get('throughline');
    await traveller.signIn();
    expect(traveller.cookies.get('throughline')).not.toBe(planted);
    expect(traveller.cookies.has('throughline-attempt')).toBe(false);
    const sessions = traveller.told.filter((one) => one.startsWith('throughline='));
    expect(sessions.every((one) => one.includes('SameSite=Strict') && one.includes('HttpOnly'))).toBe(true);
    expect(traveller.told.find((one) => one.startsWith('throughline-attempt='))).toMatch(
      /HttpOnly.*SameSite=Lax/,
    );
  });

  it('asks for a code with state, nonce and a challenge of its own each time', async () => {
    const [one, two] = [new URL(await at.traveller().leave()), new URL(await at.traveller().leave())];
    expect(one.searchParams.get('response_type')).toBe('code');
    expect(one.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)?.length).toBeGreaterThan(20);
      expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name));
    }
  });

  it('keeps no token and no code of the provider', async () => {
    const traveller = at.traveller();
    const address = await at.provider.through(await traveller.leave());
    const code = new URL(address).searchParams.get('code') ?? '';
    await traveller.back(address);
    const kinds = ['session', 'identity', 'sign-in-attempt', 'one-time', 'account'] as const;
    const kept = await Promise.all(kinds.map((kind) => at.server.store.list('documents', { kind })));
    const text = JSON.stringify(kept);
    expect(code.length).toBeGreaterThan(20);
    expect(text).toContain('sam-here');
    expect(text).not.toContain(code);
    expect(text).not.toContain('eyJ');
  });
});

describe('the return from the provider is refused', () => {
  const refused = async (address: string, traveller = at.traveller()) => {
    const goes = await traveller.back(address);
    expect(await whoIs(traveller)).toBeUndefined();
    return goes;
  };

  it('in another browser than the one that left', async () => {
    const address = await at.provider.through(await at.traveller().leave());
    expect(await refused(address)).toBe('/sign-in?refused=attempt');
    const other = at.traveller();
    await other.leave();
    expect(await refused(address, other)).toBe('/sign-in?refused=provider');
  });

  it('with another state', async () => {
    const traveller = at.traveller();
    const address = new URL(await at.provider.through(await traveller.leave()));
    address.searchParams.set('state', 'x'.repeat(43));
    expect(await refused(address.href, traveller)).toBe('/sign-in?refused=provider');
  });

  it('a second time with the same code', async () => {
    const traveller = at.traveller();
    const address = await at.provider.through(await traveller.leave());
    const attempt = traveller.cookies.get('throughline-attempt') ?? '';
    expect(await traveller.back(address)).toBe('/');
    const thief = at.traveller();
    thief.cookies.set('throughline-attempt', attempt);
    expect(await refused(address, thief)).toBe('/sign-in?refused=attempt');
    const other = at.traveller();
    const state = new URL(await other.leave()).searchParams.get('state') ?? '';
    const replayed = new URL(address);
    replayed.searchParams.set('state', state);
    expect(await refused(replayed.href, other)).toBe('/sign-in?refused=provider');
  });

  it('when the statement was made for another attempt (nonce) or another challenge', async () => {
    for (const [part, other] of [
      ['nonce', 'n'.repeat(43)],
      ['code_challenge', 'c'.repeat(43)],
    ] as const) {
      const traveller = at.traveller();
      const address = new URL(await traveller.leave());
      address.searchParams.set(part, other);
      const back = await at.provider.through(address.href);
      expect(new URL(back).searchParams.get('code')).not.toBeNull();
      expect(await refused(back, traveller)).toBe('/sign-in?refused=provider');
    }
  });

  it('later than ten minutes', async () => {
    const traveller = at.traveller();
    const address = await at.provider.through(await traveller.leave());
    at.server.clock.pass(601);
    expect(await refused(address, traveller)).toBe('/sign-in?refused=attempt');
  });

  it('when the person said no there', async () => {
    const traveller = at.traveller();
    const state = new URL(await traveller.leave()).searchParams.get('state') ?? '';
    const address = `${publicUrl}/api/sign-in/return?error=access_denied&state=${state}`;
    expect(await refused(address, traveller)).toBe('/sign-in?refused=provider');
  });

  it.each([
    ['with one factor', { ...sam, amr: ['pwd'] }, 'one-factor'],
    ['without a word on factors', { sub: sam.sub, claims: sam.claims }, 'one-factor'],
    [
      'for somebody nobody here knows',
      { ...sam, sub: 'x', claims: { preferred_username: 'x' } },
      'unknown-person',
    ],
    ['without a name', { ...sam, sub: 'x', claims: {} }, 'unknown-person'],
  ])('%s', async (_, person, reason) => {
    at.provider.is(person);
    expect(await at.traveller().signIn()).toBe(`/sign-in?refused=${reason}`);
  });

  it('for another person who was given the name of a colleague', async () => {
    await at.traveller().signIn();
    at.provider.is({ ...sam, sub: 'somebody-else' });
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=another-person');
  });

  it('for an account that is disabled, or past its end', async () => {
    const found = await accountOf(at.server.store, 'sam-here');
    if (!found) throw new Error('no account');
    await changeAccount(at.server.store, { ...found.body, disabled: true }, found.revision);
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=ended');
    const until = at.server.clock.now();
    await changeAccount(at.server.store, { ...found.body, until }, found.revision + 1);
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=ended');
  });

  it('and stands in the audit as refused, with its reason', async () => {
    at.provider.is({ ...sam, amr: ['pwd'] });
    await at.traveller().signIn();
    const { rows } = await at.server.store.list('audit', {});
    expect(rows.find((row) => row.action === 'sign-in')).toMatchObject({
      outcome: 'refused',
      reason: 'one-factor',
    });
  });
});

describe('the authority’s rules', () => {
  const groups = { 'TL workers': { role: 'social-worker' }, 'TL south': { team: 'south' } };

  it('make an account at the first sign-in where they say so, with the roles of the groups', async () => {
    const admin = await at.server.signedIn('administrator');
    expect(await setRules(admin, { make: true, rolesFrom: 'groups', groups })).toBe(200);
    const claims = {
      preferred_username: 'kim',
      name: 'Kim Lee',
      groups: ['TL workers', 'TL south', 'Choir'],
    };
    at.provider.is({ sub: 'subject-kim', claims, ...strong });
    const kim = at.traveller();
    expect(await kim.signIn()).toBe('/');
    const session = await kim.get<{ person: object }>('/api/session');
    expect(session.body.person).toMatchObject({
      ...{ name: 'Kim Lee', roles: [{ id: 'social-worker' }], team: { id: 'south' } },
    });
  });

  it('let nobody in whose groups stand for no role, and take away what a group no longer gives', async () => {
    const admin = await at.server.signedIn('administrator');
    await setRules(admin, { make: true, rolesFrom: 'groups', groups });
    at.provider.is({ sub: 'y', claims: { preferred_username: 'y', groups: ['Choir'] }, ...strong });
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=no-role');
    at.provider.is({ ...sam, claims: { ...sam.claims, groups: ['TL workers'] } });
    expect(await at.traveller().signIn()).toBe('/');
    at.provider.is({ ...sam, claims: { ...sam.claims, groups: [] } });
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=no-role');
    expect((await accountOf(at.server.store, 'sam-here'))?.body.roles).toEqual([]);
  });

  it('believe an address only when the provider has checked it', async () => {
    const admin = await at.server.signedIn('administrator');
    await setRules(admin, { nameClaim: 'email' });
    await createAccount(at.server.store, {
      name: 'kim@x.example',
      displayName: 'Kim',
      roles: ['social-worker'],
    });
    const kim = (email_verified: boolean) => ({
      ...{ sub: 'subject-kim', claims: { email: 'kim@x.example', email_verified }, ...strong },
    });
    at.provider.is(kim(false));
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=unknown-person');
    at.provider.is(kim(true));
    expect(await at.traveller().signIn()).toBe('/');
  });

  it('cannot name a role or a team that does not exist, nor count nothing as more than one factor', async () => {
    const admin = await at.server.signedIn('administrator');
    expect(await setRules(admin, { groups: { A: { role: 'king' } } })).toBe(422);
    expect(await setRules(admin, { groups: { A: { team: 'nowhere' } } })).toBe(422);
    expect(await setRules(admin, { multiFactor: { acr: [], amr: [[]] } })).toBe(422);
    at.server.clock.pass(601);
    expect(await setRules(admin, { make: true })).toBe(403);
  });
});

describe('showing once more who one is, at the provider', () => {
  it('confirms the session of the same person, and no other’s word does', async () => {
    const traveller = at.traveller();
    at.provider.is({ ...sam, age: 3000 });
    await traveller.signIn();
    const again = async () =>
      traveller.back(await at.provider.through(await traveller.leave('/api/session/confirmation/provider')));
    at.provider.is({ ...sam, sub: 'somebody-else' });
    expect(await again()).toBe('/confirmed?refused=another-person');
    at.provider.is({ ...sam, amr: ['pwd'] });
    expect(await again()).toBe('/confirmed?refused=one-factor');
    at.provider.is({ ...sam, age: 3000 });
    expect(await again()).toBe('/confirmed?refused=provider');
    at.provider.is(sam);
    expect(await again()).toBe('/confirmed');
    expect(await whoIs(traveller)).toBe('sam-here');
  });
});

describe('where passwords are not used', () => {
  let closed: AtTheProvider;
  beforeAll(async () => {
    closed = await atTheProvider(at.provider, { localAccounts: false });
  });
  afterAll(() => closed.close());

  it('a right one opens nothing, and the pages are told', async () => {
    const browser = await closed.server.browser();
    expect((await browser.post('/api/sign-in', { name: 'sam', password: 'whatever it is' })).status).toBe(
      422,
    );
    expect((await browser.get('/api/session')).body).toMatchObject({
      ways: { local: false, provider: true },
    });
  });
});
