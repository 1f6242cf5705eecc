import { expect, it } from 'vitest';
import { lookBothWidths } from '../journeys/support/look.ts';
import { officeOpenFrom } from '../journeys/support/office.ts';
import { signIn } from '../journeys/support/visitor.ts';

/** What a pathway asks twice, and trying a draft, on the real server in a real browser. */
const office = officeOpenFrom('2026-09-01 09:05');

it('what the current version asks twice is counted, and each term opens to where it is asked', async () => {
  const { page } = office.visit;
  await page.goto('/');
  await signIn(page, 'Nadia Rahman');
  await page.getByRole('link', { name: 'Pathway' }).click();
  await page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /asks twice$/ }).waitFor({ timeout: 60_000 });
  const usual = page
    .getByRole('row', { name: /Questions asked/ })
    .getByRole('cell')
    .nth(1);
  expect(Number(await usual.innerText())).toBeGreaterThan(100);
  const term = page.locator('.tl-asked summary').first();
  await term.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: 'What becomes of the earlier answer' }).first().waitFor();
  await lookBothWidths(page, 'duplicates');
});

it('the group says of a pair what it is, by keyboard alone, and it stands', async () => {
  const { page } = office.visit;
  await page.getByRole('link', { name: /^Looks the same/ }).click();
  const first = page.locator('tl-alike-pair').first();
  await first.getByRole('button', { name: 'Looks the same, differs' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await first.getByText('Say in what the two differ').waitFor();
  await first.getByLabel('In what do they differ?').focus();
  await page.keyboard.type('Another meeting.');
  await page.keyboard.press('Enter');
  await first.getByText(/said by Nadia Rahman/).waitFor();
  await lookBothWidths(page, 'duplicates-alike');
  await page.reload();
  await page.locator('tl-alike-pair').first().getByText('Another meeting.').waitFor();
  await page.getByLabel('Hide pairs the group has spoken on').check();
  expect(await page.getByText('Another meeting.').count()).toBe(0);
});

it('terms by form scroll inside themselves', async () => {
  const { page } = office.visit;
  await page.getByRole('link', { name: 'Terms and forms' }).click();
  await page.getByRole('region', { name: /^Terms by form/ }).waitFor();
  await lookBothWidths(page, 'duplicates-matrix');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

it('a draft is held against the current version, and leads to the question in its editor', async () => {
  const { page } = office.visit;
  await page.goto('/pathway?view=drafts');
  await page.getByLabel('What shall it be called?').first().fill('Ask it once');
  await page.getByLabel('Why is a change wanted?').first().fill('The same is asked again and again.');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Ask it once' }).waitFor();
  await page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  await page
    .getByText(/^before: \d+/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.locator('.tl-asked summary').first().click();
  const href = await page.locator('.tl-asked a[href*="view=forms"]').first().getAttribute('href');
  expect(href).toMatch(/^\/pathway\/drafts\/.+\?view=forms&form=.+&question=.+/);
  await page.getByRole('link', { name: 'Back to the draft' }).click();
});

it('the draft is tried with an invented family: the form as it would open, filled in, completed, printed, ended', async () => {
  const { page } = office.visit;
  await page.getByRole('link', { name: 'Try it', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Try the draft' }).waitFor();
  await lookBothWidths(page, 'rehearsal-new');
  await page.getByRole('button', { name: 'Begin with an invented family' }).click();
  await page.getByRole('heading', { name: 'Open now' }).waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Record the contact' }).click();
  await page.getByText('A rehearsal: nothing of this reaches any record.').waitFor();
  await lookBothWidths(page, 'rehearsal-task');
  await page.getByRole('button', { name: 'Fill in for me' }).click();
  await page.getByText(/^Filled in what was required/).waitFor();
  await page.getByRole('button', { name: 'Check answers' }).click();
  await page.getByRole('button', { name: /^Complete/ }).click();
  await page.getByRole('link', { name: 'Screen the contact' }).waitFor();
  await lookBothWidths(page, 'rehearsal');
  await page.getByRole('link', { name: /^As it is printed/ }).click();
  await page.locator('.tl-paper h1').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'End the rehearsal' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ask it once' }).waitFor();
});
