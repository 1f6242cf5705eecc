import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createAccount } from '../../server/access/index.ts';
import { lookBothWidths } from './support/look.ts';
import { officeOpenFrom } from './support/office.ts';
import { signIn } from './support/visitor.ts';
import { startContact } from './support/contact.ts';

/** A school is asked for what it knows: invited to one family, it writes one form, and is out again when that is ended. */
const office = officeOpenFrom('2026-09-01 09:05');

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

const written = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'What happened, and what does it mean?' });

it('a manager invites somebody of a school to write one form of one family', async () => {
  const { visit, beside, server } = office;
  await createAccount(server.store, {
    ...{ id: 'wendy', name: 'wendy', displayName: 'Wendy Moss', roles: ['partner-agency'] },
  });
  await signIn(beside.page, 'Priya Anand');
  await startContact(beside.page, [['Lia Hartley', '3 4 2017']]);
  const { page } = visit;
  await signIn(page, 'Marion Teal');
  await page.goto('/work?view=team');
  await page.getByRole('link', { name: 'Hartley' }).click();
  await page.getByRole('link', { name: 'Invite another agency' }).click();
  await page.getByLabel('Who?').selectOption({ label: 'Wendy Moss' });
  await page.getByLabel('What for?').fill('What the school sees');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('link', { name: 'Enter the last day' }).click();
  await page.keyboard.type('30');
  await page.getByLabel('Month').fill('9');
  await page.getByLabel('Year').fill('2026');
  await page.getByLabel('Case note').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('What the school sees, until 30 September 2026').waitFor();
  await lookBothWidths(page, 'partner-invitations');
});

it('the person invited begins where they are invited, and what they write is there when they come back', async () => {
  const { page } = office.beside;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as Wendy Moss' }).click();
  await heading(page, 'Shared with you');
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Shared with you']);
  await page.getByRole('link', { name: 'Hartley family' }).click();
  await page.getByRole('link', { name: 'Case note' }).click();
  await written(page).fill('Lia is cheerful on Mondays.');
  await page.getByRole('status').filter({ hasText: 'Saved 09:05' }).waitFor();
  await page.reload();
  await heading(page, 'Case note');
  const text = await written(page).inputValue();
  expect(text).toBe('Lia is cheerful on Mondays.');
});

it('it is sent when nothing is missing, and read by both', async () => {
  const { visit, beside } = office;
  const { page } = beside;
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  beside.forgive();
  await lookBothWidths(page, 'partner-form');
  await page.getByRole('link', { name: /^Enter a date for/ }).click();
  await page.keyboard.type('31');
  await page.getByLabel('Month').fill('8');
  await page.getByLabel('Year').fill('2026');
  await page.getByLabel('A note of something done or learnt').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Sent: Case note. You can read it below.').waitFor();
  await lookBothWidths(page, 'partner-family');
  await page.getByRole('link', { name: 'Case note' }).last().click();
  await page.getByText('Lia is cheerful on Mondays.').waitFor();
  await visit.page.getByRole('link', { name: 'Back to Hartley family' }).click();
  await visit.page.getByRole('link', { name: 'Records', exact: true }).click();
  await visit.page.getByRole('main').getByText('Wendy Moss').waitFor();
});

it('ended, nothing of it is left to them', async () => {
  const { visit, beside } = office;
  await visit.page.goBack();
  await visit.page.goBack();
  await visit.page.getByRole('button', { name: /^End: Wendy Moss/ }).click();
  await visit.page.getByText('Nobody is invited.').waitFor();
  await beside.page.getByRole('link', { name: 'Shared with you' }).click();
  await beside.page.getByText('Nothing is shared with you at the moment.').waitFor();
});
