import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journeyServer, type JourneyServer } from './support/journey-server.ts';
import { signIn, visitor, type Visitor } from './support/visitor.ts';

/** Pages come in parts, each when a page of it is first opened: late sometimes, or not at all. */
let server: JourneyServer;
let visit: Visitor;

const inNavigation = (name: string): Locator =>
  visit.page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name });

beforeAll(async () => {
  server = await journeyServer('2026-09-01', '09:05');
  visit = await visitor(server.url);
  await signIn(visit.page, 'Marion Teal');
});
afterAll(async () => {
  await visit.leave();
  await server.close();
});

it('without a connection a page says that it could not be loaded, and opens when the connection is back', async () => {
  const { page, context } = visit;
  await context.setOffline(true);
  await inNavigation('Oversight').click();
  await page.getByText('This page could not be loaded.').waitFor();
  await context.setOffline(false);
  await page.getByRole('heading', { level: 1, name: 'Oversight' }).waitFor();
  expect(await page.getByText('This page could not be loaded.').count()).toBe(0);
  visit.forgive();
});

it('a part that comes late does not take the place of the page that was asked for since', async () => {
  const { page } = visit;
  let come = (): void => undefined;
  const late = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/office-measures-*.js', async (route) => {
    await late;
    await route.continue();
  });
  const asked = page.waitForRequest('**/office-measures-*.js');
  await inNavigation('Measures').click();
  await asked;
  await inNavigation('Oversight').click();
  const came = page.waitForResponse('**/office-measures-*.js');
  come();
  await (await came).finished();
  // whatever waited for the part has gone on once it is there
  await page.evaluate(`import(${JSON.stringify((await came).url())})`);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Oversight');
  expect(visit.faults).toEqual([]);
});

it('a part that a newer release replaced brings the newer release', async () => {
  const { page } = visit;
  await page.route('**/help-page-*.js', (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.getByRole('link', { name: 'Help' }).click();
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  expect(visit.faults.map((fault) => fault.split(' ')[0])).toEqual(['404']);
});

it('a part that does not come disturbs nobody who has gone on', async () => {
  const { page } = visit;
  visit.forgive();
  let fail = (): void => undefined;
  const late = new Promise<void>((resolve) => (fail = resolve));
  await page.unroute('**/office-measures-*.js');
  await page.route('**/office-measures-*.js', async (route) => {
    await late;
    await route.fulfill({ status: 404 });
  });
  const asked = page.waitForRequest('**/office-measures-*.js');
  await inNavigation('Measures').click();
  await asked;
  await inNavigation('Oversight').click();
  await page.getByRole('heading', { level: 1, name: 'Oversight' }).waitFor();
  await page.evaluate('window.stays = true');
  const failed = page.waitForResponse('**/office-measures-*.js');
  fail();
  const url = (await failed).url();
  await page.evaluate(`import(${JSON.stringify(url)}).catch(() => undefined)`);
  expect(await page.evaluate('window.stays')).toBe(true);
  expect(await page.getByText('This page could not be loaded.').count()).toBe(0);
});
