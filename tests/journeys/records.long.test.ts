import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookBothWidths } from './support/look.ts';
import { startProduct, type Product } from './support/product.ts';
import { visitor, type Visitor } from './support/visitor.ts';

/** Records looked after: who looked, what a person is given of their own, and letting go of what is due, by two people. */
let product: Product;
const at: Record<string, Visitor> = {};

const begin = async (name: string, heading: RegExp): Promise<Page> => {
  const visit = (at[name] = await visitor(product.url));
  await visit.page.goto('/sign-in');
  await visit.page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await visit.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return visit.page;
};
const officer = (): Page => at['Idris Vale']?.page as Page;
const head = (): Page => at['Frances Holm']?.page as Page;
const title = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor();

beforeAll(async () => {
  product = await startProduct();
  await begin('Idris Vale', /^Records and who looked/);
  await begin('Frances Holm', /^My work$/);
});
afterAll(async () => {
  const faults = Object.values(at).flatMap((one) => one.faults);
  for (const one of Object.values(at)) await one.leave();
  await product.stop();
  expect(faults).toEqual([]);
});

it('a family is found, and who has looked at it is told in words, printing marked', async () => {
  const ellie = await begin('Ellie Marsh', /^My work$/);
  await ellie.goto('/work');
  await ellie.locator('.tl-task a').first().click();
  await ellie.waitForURL(/\/tasks\//);
  const family = await ellie.locator('a[href^="/families/"]').first().getAttribute('href');
  await ellie.goto(`${family ?? ''}?view=records`);
  await ellie.locator('main a[href^="/records/"]').first().click();
  await ellie.waitForURL(/\/records\//);
  await ellie.goto(`${new URL(ellie.url()).pathname}/print`);
  await ellie.locator('.tl-paper').waitFor();
  const name = (family ?? '').replace('/families/', '');
  await officer().locator('#family').fill(name);
  await officer()
    .getByRole('button', { name: /^Find.*reference/ })
    .click();
  await officer()
    .getByRole('link', { name: /^Open by the reference/ })
    .click();
  await title(officer(), /^Who has looked at the/);
  await officer().getByText('Printed a page').first().waitFor();
  await officer().getByText('Ellie Marsh').first().waitFor();
  await lookBothWidths(officer(), 'who-looked');
  await ellie.goto('/audit/mine');
  await title(ellie, 'What I have looked at');
  await lookBothWidths(ellie, 'my-trail');
});

it('a person is given what is held of them, less what is left out, as a file', async () => {
  const page = officer();
  await page.goto('/families/story-1/disclosure');
  await page.locator('#person').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Gather what is held' }).click();
  await title(page, /^What is held of/);
  await page.locator('#reason').selectOption({ label: 'About another person' });
  await page.locator('#words').fill('Larkin');
  await page.getByRole('button', { name: 'Leave out', exact: true }).first().click();
  await page.getByText('“Larkin”').first().waitFor();
  await lookBothWidths(page, 'disclosure');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.getByText(/^SHA-256 of the file/).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Take the file (zip)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^record-disclosure-.*\.zip$/);
});

it('what is due is found by month, proposed by one and let go of by another, and is gone', async () => {
  await officer().goto('/retention');
  await officer()
    .getByText(/falls? due, of/)
    .waitFor();
  await lookBothWidths(officer(), 'falls-due');
  await officer().locator('section a[href$="/retention"]').first().click();
  await title(officer(), /^How long the/);
  const path = new URL(officer().url()).pathname;
  await officer().getByRole('button', { name: 'Propose to let go of it' }).click();
  await officer().getByText('Somebody else must approve it.').waitFor();
  await head().goto(path);
  await head().getByText('Somebody else must approve it.').waitFor();
  await lookBothWidths(head(), 'approve-disposal');
  await head().locator('#sure').check();
  await head()
    .getByRole('button', { name: /^Approve/ })
    .click();
  await title(head(), 'It is gone');
  await lookBothWidths(head(), 'disposed');
  await officer().goto('/retention?view=disposals');
  await officer().getByText('Let go of', { exact: true }).waitFor();
  await officer().goto(path.replace('/families', '/audit/families').replace('/retention', ''));
  await title(officer(), /^Who has looked at/);
  await officer().getByText('Approved a disposal, which was carried out').waitFor();
  at['Frances Holm']?.forgive();
});
