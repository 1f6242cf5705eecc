import { expect, it } from 'vitest';
import { startContact } from './support/contact.ts';
import { expectAccessible, lookBothWidths } from './support/look.ts';
import { officeOpenFrom } from './support/office.ts';
import { signIn, signOut } from './support/visitor.ts';

/** What somebody says could be better reaches the working group beside the question, and the answer reaches them. */
const office = officeOpenFrom('2026-09-01 09:05');
const said = 'Families say “who rang you?”';
const answered = 'We ask it in those words now.';
/** the question as the form has it, when it was said */
let question = '';

it('whoever fills in a form says of a question what could be better: two presses and a sentence', async () => {
  const { page } = office.visit;
  await page.goto('/');
  await signIn(page, 'Priya Anand');
  await startContact(page, [['Ella Hartley', '3 4 2017']]);
  const better = page.getByRole('button', { name: /^This could be better/ }).first();
  question = ((await better.textContent()) ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^.*?better ?: /, '')
    .trim();
  await better.press('Enter');
  await page.getByRole('heading', { name: 'This could be better' }).waitFor();
  await page.getByLabel('The words').press(' ');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByText('Write a sentence').waitFor();
  await lookBothWidths(page, 'could-be-better');
  await page.getByLabel('How would you say it?').fill(said);
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByRole('dialog').getByText('Thank you. The working group has it now.').waitFor();
  await expectAccessible(page, 'dialog');
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expect.poll(() => better.evaluate((button) => button === document.activeElement)).toBe(true);
  await signOut(page);
});

it('the working group reads it beside that question in a draft, and answers', async () => {
  const { page } = office.visit;
  await signIn(page, 'Nadia Rahman');
  await page.goto('/pathway?view=drafts');
  const start = page.getByRole('region', { name: 'Start a draft' });
  await start.getByLabel('What shall it be called?').fill('A shorter contact form');
  await start.getByLabel('Why is a change wanted?').fill('The questions that matter are hard to find.');
  await start.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'A shorter contact form' }).waitFor();
  await page.goto(`${new URL(page.url()).pathname}?view=forms&form=contact`);
  const open = page.locator('.tl-q', { hasText: '1 thing to read below' });
  const row = page.locator(`#${(await open.getAttribute('id')) ?? ''}`);
  await row.getByRole('button', { name: /^Change/ }).press('Enter');
  await row.getByText(said).waitFor();
  await lookBothWidths(page, 'form-editor');
  await row.getByRole('button', { name: 'Answer' }).press('Enter');
  await row.getByLabel('What becomes of it').selectOption({ label: 'Done in this draft' });
  await row.getByLabel('Your answer').fill(answered);
  await row.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await row.getByText(answered).waitFor();
  await page.getByText('What the group says of this form').click();
  await page.getByLabel('What is duplicated?').fill('The school is asked for twice.');
  await page.getByRole('button', { name: /^Keep this note\s?: What is duplicated/ }).press('Enter');
  const note = page.locator('.tl-said li', { hasText: 'The school is asked for twice.' });
  await note.getByRole('button', { name: /^Dealt with/ }).press('Enter');
  await note.locator('.govuk-tag', { hasText: 'Dealt with' }).waitFor();
  // a draft asks for its news: nobody is signed out in the middle of that
  await page.goto('/help');
  await signOut(page);
});

it('whoever said it finds the answer, marked as new until it was read', async () => {
  const { page } = office.visit;
  await signIn(page, 'Priya Anand');
  await page.getByText('The working group answered what you said could be better.').waitFor();
  await lookBothWidths(page, 'answer-over-my-work');
  await page.getByRole('link', { name: 'What I asked for' }).press('Enter');
  await page.getByText(answered).waitFor();
  const mine = page.locator('.tl-asked__one');
  expect(await mine.innerText()).toContain(said);
  await mine.getByText('New answer').waitFor();
  await lookBothWidths(page, 'what-i-asked-for');
  await page.reload();
  await page.getByText(answered).waitFor();
  expect(await page.getByText('New answer').count()).toBe(0);
  expect(await mine.getByRole('heading').innerText()).not.toBe('');
  expect(question).not.toBe('');
});
