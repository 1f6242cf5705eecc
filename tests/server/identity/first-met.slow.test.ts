import { describe, expect, it } from 'vitest';
import { accountOf, changeAccount, createAccount, hashPassword } from '../../../server/access/index.ts';
import { defaultRules, identityRules, putIdentityRules } from '../../../server/identity/rules.ts';
import { setRules } from './at-the-provider.ts';
import { serviceWithSam } from './service-with-sam.ts';

const sam = { sub: 'subject-sam', claims: { preferred_username: 'sam', name: 'Sam Reed' }, amr: ['mfa'] };

const at = serviceWithSam(sam);

describe('who comes the first time', () => {
  it('is refused for a name that is the name of an account which looks after others, or has a password here', async () => {
    const { store } = at.server;
    const account = { displayName: 'X', password: await hashPassword('a long enough phrase') };
    await createAccount(store, { name: 'ada', displayName: 'Ada', roles: ['administrator'], source: 'csv' });
    await createAccount(store, { ...account, name: 'pat', roles: ['social-worker'], source: 'local' });
    await createAccount(store, { ...account, name: 'kit', roles: ['social-worker'], source: 'csv' });
    const comes = async (preferred_username: string) => {
      at.provider.is({ ...sam, sub: `subject-${preferred_username}`, claims: { preferred_username } });
      return at.traveller().signIn();
    };
    expect(await comes('ada')).toBe('/sign-in?refused=unknown-person');
    expect(await comes('pat')).toBe('/sign-in?refused=unknown-person');
    expect(await comes('kit')).toBe('/');
  });

  it('is refused for a disabled account, which is nobody’s more than before', async () => {
    const found = await accountOf(at.server.store, 'sam-here');
    if (!found) throw new Error('no account');
    await changeAccount(at.server.store, { ...found.body, disabled: true }, found.revision);
    at.provider.is({ ...sam, sub: 'somebody-else' });
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=ended');
    await changeAccount(at.server.store, found.body, found.revision + 1);
    at.provider.is(sam);
    expect(await at.traveller().signIn()).toBe('/');
  });

  it('is found by the id of the directory, unless the rules say otherwise', async () => {
    const admin = await at.server.signedIn('administrator');
    await setRules(admin, { match: defaultRules.match });
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=unknown-person');
    const found = await accountOf(at.server.store, 'sam-here');
    if (!found) throw new Error('no account');
    await changeAccount(at.server.store, { ...found.body, externalId: 'oid-sam' }, found.revision);
    at.provider.is({ ...sam, claims: { preferred_username: 'ada', groups: 'oid-sam' } });
    await setRules(admin, { externalClaim: 'groups' });
    expect(await at.traveller().signIn()).toBe('/');
  });

  it('is given no accounts to look after by a group, nor a role that has to end', async () => {
    const admin = await at.server.signedIn('administrator');
    for (const role of ['administrator', 'inspector', 'partner-agency']) {
      expect(await setRules(admin, { groups: { A: { role } } })).toBe(422);
      expect(await setRules(admin, { directoryRoles: [role] })).toBe(422);
    }
    const { body: rules, revision } = await identityRules(at.server.store);
    const older = {
      ...rules,
      make: true,
      rolesFrom: 'groups' as const,
      groups: { A: { role: 'administrator' } },
    };
    await putIdentityRules(at.server.store, older, revision);
    at.provider.is({ ...sam, sub: 'z', claims: { preferred_username: 'z', groups: ['A'] } });
    expect(await at.traveller().signIn()).toBe('/sign-in?refused=no-role');
  });
});
