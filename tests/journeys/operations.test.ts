import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createAccount, hashPassword } from '../../server/access/index.ts';
import { buildApp } from '../../server/app.ts';
import { sayHere } from '../../server/operations/index.ts';
import { pollOnce } from '../../server/timers/index.ts';
import { aCase, aCommit, aFamily } from '../server/support/a-commit.ts';
import { movingClock } from '../server/support/moving-clock.ts';
import { storeIn, temporaryFolder } from '../server/support/temporary-store.ts';
import { shippedVersions } from '../support/shipped-version.ts';
import { lookBothWidths } from './support/look.ts';
import { visitor, type Visitor } from './support/visitor.ts';

/** Those who keep the service running, with something that was given up. */
const password = 'three words in a row';
let visit: Visitor;
let close: () => Promise<void>;

beforeAll(async () => {
  const folder = temporaryFolder();
  const clock = movingClock();
  const store = storeIn(folder.path, { now: () => Date.parse(clock.now()) });
  const app = await buildApp({
    ...{ store, clock, versions: shippedVersions, secure: false, version: '0.1.0' },
    ...{ pages: inject('pages'), trustProxy: false, logLevel: 'silent' },
  });
  const name = { name: 'ida', displayName: 'Ida Field', roles: ['administrator'], team: 'north' };
  await createAccount(store, { id: 'ida', ...name, password: await hashPassword(password) });
  const stuck = aCase('a-family', { wakeUp: clock.now() });
  await store.commit(aCommit(0, { case: stuck, family: aFamily('a-family', { name: 'Hartley' }) }));
  for (let round = 0; round < 10; round += 1) {
    clock.pass(120);
    await pollOnce({
      ...{ store, clock, owner: 'test', failed: () => undefined },
      onDue: () => Promise.reject(new TypeError('Hartley')),
    });
  }
  await sayHere({ store, clock }, '0.1.0', clock.now());
  await app.listen({ port: 0, host: '127.0.0.1' });
  visit = await visitor(app.listeningOrigin);
  close = async () => {
    await visit.leave();
    await app.close();
    await store.close();
    folder.remove();
  };
});
afterAll(() => close());

it('what was given up is seen by its reference, without the family, and tried again by keyboard', async () => {
  const { page } = visit;
  await page.goto('/sign-in');
  await page.getByLabel('Username').fill('ida');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Running' }).click();
  await page.getByRole('heading', { level: 1, name: 'How the service stands' }).waitFor();
  await page.getByRole('rowheader', { name: 'a-family' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('Hartley');
  await lookBothWidths(page, 'operations');
  await page.getByRole('button', { name: /^Try again.*a-family/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Nothing was given up.').waitFor();
  await page.locator('#tl-announcements', { hasText: 'It is tried again within seconds.' }).waitFor();
  expect(visit.faults).toEqual([]);
});

it('the accessibility statement is one step from every page', async () => {
  const { page } = visit;
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await page.getByRole('heading', { level: 1, name: /^Accessibility statement/ }).waitFor();
  await lookBothWidths(page, 'accessibility');
  expect(visit.faults).toEqual([]);
});
