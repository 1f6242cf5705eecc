import { expect, it } from 'vitest';
import { lookBothWidths } from './support/look.ts';
import { officeOpenFrom } from './support/office.ts';
import { signIn, signOut } from './support/visitor.ts';

/** A paper is made plainer by those who use it. */
const office = officeOpenFrom('2026-09-01 09:05');

it('a paper is put in order, worded and looked at by keyboard alone, and what changed is said', async () => {
  const { page } = office.visit;
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  await page.goto('/');
  await signIn(page, 'Nadia Rahman');
  await page.goto('/pathway?view=drafts');
  const start = page.getByRole('region', { name: 'Start a draft' });
  await start.getByLabel('What shall it be called?').fill('Plain papers');
  await start.getByLabel('Why is a change wanted?').fill('Families cannot read them.');
  await start.getByRole('button', { name: 'Start', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Plain papers' }).waitFor();
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}?view=outputs`);
  await page.getByLabel('Find a paper').fill('easy read');
  await page.getByText('2 papers', { exact: true }).waitFor();
  await lookBothWidths(page, 'papers');
  await page.getByRole('button', { name: 'Letter after the meeting: easy read' }).press('Enter');
  const paper = page.locator('tl-output-preview .tl-paper');
  await paper.getByText('This letter is in easy read.').waitFor();
  await page.locator('#block-down-0').press('Enter');
  await expect.poll(focused).toBe('block-down-1');
  await page.locator('#block-edit-0').press('Enter');
  await expect.poll(focused).toBe('block-0-text');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(
    'Professionals facilitate multi-agency safeguarding. It says one thing at a time.',
  );
  await page.keyboard.press('Tab');
  await paper.getByText('Professionals facilitate').waitFor();
  await page.locator('summary', { hasText: 'Words of the trade (4)' }).press('Enter');
  await page.getByText('say: from several services together').waitFor();
  await page
    .locator('.tl-left-out')
    .getByRole('button', { name: /^Put it in.*Sent on$/ })
    .press('Enter');
  await expect.poll(focused).toBe('left-out');
  await paper.getByText('Sent on').waitFor();
  await page.locator('#paper-language').selectOption({ label: 'Polski' });
  await paper.getByText('Tego tłumaczenia nie sprawdził tłumacz.').waitFor();
  await paper.getByText('Co postanowiliśmy').waitFor();
  await page.locator('summary', { hasText: /Wording in Polski: 1 of \d+ texts have none/ }).press('Enter');
  await page.getByLabel('Only texts that have no wording').press('Space');
  // the one text that was worded anew above
  const said = page.locator('.tl-translation textarea');
  await said.fill('Razem pomagamy rodzinie.');
  await said.press('Tab');
  await paper.getByText('Razem pomagamy rodzinie.').waitFor();
  await page.getByText('Nobody has reviewed the wording in Polski.').waitFor();
  await page.getByRole('button', { name: 'Count it' }).press('Enter');
  await page.locator('.tl-cost').waitFor();
  await lookBothWidths(page, 'paper-designed');
  await page.locator('#block-takeOut-2').press('Enter');
  await expect.poll(focused).toBe('block-takeOut-2');
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await page.getByText(/^Saved/).waitFor();
  await page.goto(`${draft}?view=comparison`);
  await page.getByText('What the output “Letter after the meeting: easy read” prints').waitFor();
  await signOut(page);
});
