import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createAccount } from '../../../server/access/index.ts';
import { identityProvider, type KnownPerson } from '../../support/identity-provider.ts';
import { atTheProvider, publicUrl, type AtTheProvider } from './at-the-provider.ts';

/** For a file of tests, a service and its provider; before each of them Sam alone has an account, `sam-here`. */
export function serviceWithSam(sam: KnownPerson): AtTheProvider {
  const at = {} as AtTheProvider;
  beforeAll(async () => {
    Object.assign(at, await atTheProvider(await identityProvider(publicUrl)));
  });
  afterAll(async () => {
    await at.close();
    await at.provider.close();
  });
  beforeEach(async () => {
    await at.empty();
    await createAccount(at.server.store, {
      ...{ id: 'sam-here', name: 'sam', displayName: 'Sam Reed', roles: ['social-worker'], team: 'north' },
    });
    at.provider.is(sam);
  });
  return at;
}
