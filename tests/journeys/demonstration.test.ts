import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookBothWidths } from './support/look.ts';
import { startProduct, type Product } from './support/product.ts';
import { signIn, signOut, visitor, type Visitor } from './support/visitor.ts';

/** The product as a newcomer starts it: `npm start` on an empty folder, and every page of it. */
let product: Product;
let visit: Visitor;

beforeAll(async () => {
  product = await startProduct();
  visit = await visitor(product.url);
});
afterAll(async () => {
  await visit.leave();
  expect(await product.stop(), 'it ends well when it is told to').toBe(0);
});

const pictures = join(import.meta.dirname, 'pictures');

/** The pictures of the README are taken anew only when asked for: `PICTURES=yes`. */
async function forReadme(page: Page, name: string, height: number): Promise<void> {
  if (process.env['PICTURES'] !== 'yes') return;
  await page.setViewportSize({ width: 1280, height });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.setViewportSize({ width: 1280, height: 900 });
}

it('says where it is ready, and the sign-in page works', async () => {
  const { page } = visit;
  expect(product.printed.at(-1)).toMatch(/^Throughline is ready: http:\/\/127\.0\.0\.1:\d+$/);
  await page.goto('/');
  await page
    .getByRole('button', { name: /^Sign in as/ })
    .first()
    .waitFor();
  await lookBothWidths(page, 'demonstration-sign-in');
  await signIn(page, 'Ellie Marsh');
  await page.getByText('Every family, child and worker here is invented.').waitFor();
});

it('a social worker’s queue has work in it, each date with its reason', async () => {
  const { page } = visit;
  await page.locator('.tl-task').first().waitFor();
  await page
    .getByText(/working days? from/)
    .first()
    .waitFor();
  await lookBothWidths(page, 'work');
  await forReadme(page, 'my-work', 900);
  for (const view of [/^My team’s/, /^Not yet allocated/, /^Done/]) {
    await page.getByRole('link', { name: view }).click();
    await page.locator('.tl-tasks, .tl-empty').first().waitFor();
  }
  await lookBothWidths(page, 'work-done');
});

it('a task, its check page and what may be added to a family', async () => {
  const { page } = visit;
  await page.getByRole('link', { name: /^Mine/ }).click();
  const task = page.getByRole('link', {
    name: /^(Write the assessment|Hold the core group|Write the report)$/,
  });
  await task.first().click();
  await page.locator('.tl-section h2').waitFor();
  await lookBothWidths(page, 'task');
  await page.locator('.tl-sections__wide a').nth(2).click();
  await page
    .getByText(/^Section 3 of/)
    .last()
    .waitFor();
  await lookBothWidths(page, 'task-section');
  await forReadme(page, 'task', 1000);
  await page.getByRole('button', { name: 'Check answers' }).click();
  const refused = page.waitForResponse((response) => response.status() === 422);
  await page.getByRole('button', { name: 'Complete', exact: true }).click();
  await refused;
  await page.locator('.govuk-error-summary').waitFor();
  visit.forgive();
  await lookBothWidths(page, 'check-with-errors');
});

it('a family: overview, people, timeline, records, a person, a record and its print', async () => {
  const { page } = visit;
  await page.locator('.tl-identity__name').click();
  await page.locator('pathway-drawing svg').first().waitFor();
  await lookBothWidths(page, 'demonstration-family');
  await page.getByRole('button', { name: /^Add/ }).click();
  await lookBothWidths(page, 'demonstration-family-add');
  await page.getByRole('link', { name: /visit/i }).first().click();
  await page.locator('.tl-section h2').waitFor();
  await lookBothWidths(page, 'addition');
  await page.locator('.tl-identity__name').click();
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await page.locator('.tl-timeline__item').first().waitFor();
  await lookBothWidths(page, 'demonstration-timeline');
  await page.getByRole('link', { name: 'Records', exact: true }).click();
  await page.locator('main a[href^="/records/"]').first().waitFor();
  await lookBothWidths(page, 'demonstration-records');
  await page.locator('main a[href^="/records/"]').first().click();
  await page.getByRole('link', { name: 'Print, or save as a document' }).waitFor();
  await lookBothWidths(page, 'demonstration-record');
  await page.getByRole('link', { name: 'Print, or save as a document' }).click();
  await page.locator('.tl-paper h1').waitFor();
  await lookBothWidths(page, 'demonstration-print');
  await page.goBack();
  await page.locator('.tl-identity__name').click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await lookBothWidths(page, 'demonstration-people');
  await page
    .getByRole('link', { name: /^See or change/ })
    .first()
    .click();
  await page.locator('tl-person-page h1').waitFor();
  await lookBothWidths(page, 'person');
});

it('finding a family, recording a contact, help, and pages that are not there', async () => {
  const { page } = visit;
  await page.getByRole('link', { name: 'Find a family' }).click();
  await page.getByLabel('Name, number or address of somebody in the family').fill('ma');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText(/^\d+ famil/).waitFor();
  await lookBothWidths(page, 'families');
  await page.getByRole('link', { name: 'Record a contact' }).click();
  await page.getByLabel('Name', { exact: true }).fill('ma');
  await page.getByRole('button', { name: 'Look' }).click();
  await page.locator('.tl-found').first().waitFor();
  await lookBothWidths(page, 'contact-new');
  await page.getByRole('link', { name: 'Help' }).click();
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  await lookBothWidths(page, 'help');
  await page.goto('/nowhere');
  await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
  await lookBothWidths(page, 'not-found');
  await signOut(page);
});

it('a manager’s board has families in every stage, and the table says the same', async () => {
  const { page } = visit;
  await signIn(page, 'Ruth Okafor');
  await page.getByRole('link', { name: 'Cases by stage' }).click();
  await page.locator('.tl-board__column').first().waitFor();
  const stages = [
    ...['Contact', 'Referral', 'Child and family assessment', 'Strategy discussion', 'Section 47 enquiry'],
    ...['Transfer-in', 'Initial conference', 'Child in need plan', 'Child protection plan', 'Closure'],
  ];
  expect(await page.locator('.tl-board__name').allInnerTexts()).toEqual(stages);
  expect(await page.locator('.tl-board__column:not(:has(.tl-card)) h2').allInnerTexts()).toEqual([]);
  await lookBothWidths(page, 'stages');
  await forReadme(page, 'stages', 1000);
  const counts = await page.locator('.tl-board__counts').allInnerTexts();
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  const table = page.locator('.tl-stage-table');
  await table.waitFor();
  for (const said of counts) expect(await table.innerText()).toContain(said.split(' children')[0]);
  await lookBothWidths(page, 'stages-table');
  expect(visit.faults).toEqual([]);
});
