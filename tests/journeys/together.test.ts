import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startContact } from './support/contact.ts';
import { look } from './support/look.ts';
import { officeOpenFrom } from './support/office.ts';
import { giveTask, openFromQueue } from './support/steps.ts';
import { signIn, signOut } from './support/visitor.ts';

/** Two people at one task, and what becomes of their words when the line is lost. */
const office = officeOpenFrom('2026-09-01 09:05');

const why = (page: Page) => page.locator('tl-question[data-key="contactOutcomeWhy"]');
const textOf = (page: Page) => why(page).getByRole('textbox').first();

/** Opens the section of the decision of a screening in the team's queue. */
async function openDecision(page: Page, who: string): Promise<void> {
  await signIn(page, who);
  await page.getByRole('link', { name: /^My team’s/ }).click();
  await page.getByRole('link', { name: 'Screen the contact', exact: true }).click();
  await page.getByRole('link', { name: 'What we decided about this contact' }).first().click();
  await why(page).waitFor();
}

it('each answer says when it was saved', async () => {
  const { page } = office.visit;
  await page.goto('/');
  await signIn(page, 'Priya Anand');
  await startContact(page, [['Ella Hartley', '3 4 2017']]);
  await office.fills({ given: { receivedAt: '2026-09-01 08:50' }, again: true });
  await signOut(page);
  await office.clock('2026-09-01 11:00');
  await openDecision(page, 'Gareth Pugh');
  await openDecision(office.beside.page, 'Marion Teal');
  await textOf(page).pressSequentially('School saw it build up.');
  await why(page).getByText('Saved 11:00').waitFor();
});

it('what one person wrote appears on the other’s page, with the name', async () => {
  const { page } = office.beside;
  await why(page).getByText('Gareth Pugh, 11:00').waitFor();
  expect(await textOf(page).inputValue()).toBe('School saw it build up.');
});

it('with the line lost what is typed stays on the page, says so, and is sent when the line is back', async () => {
  const { page, context } = office.visit;
  await office.clock('2026-09-01 11:05');
  await context.setOffline(true);
  await page.getByText('No connection. What you type stays on this page').first().waitFor();
  await textOf(page).pressSequentially(' Gran worries too.');
  await why(page).getByText('Not saved yet – no connection.').waitFor();
  await look(page, 'line-lost');
  await context.setOffline(false);
  await why(page).getByText('Saved 11:05').waitFor();
  expect(await textOf(page).inputValue()).toBe('School saw it build up. Gran worries too.');
});

it('when it is the server that is away, the page sends by itself once it is back', async () => {
  const { page } = office.visit;
  await office.clock('2026-09-01 11:10');
  await office.server.stop();
  await textOf(page).pressSequentially(' Mum knows we were told.');
  await why(page).getByText('Not saved yet – no connection.').waitFor();
  await office.server.start();
  await why(page).getByText('Saved 11:10').waitFor();
  office.visit.forgive();
  office.beside.forgive();
});

it('two who type in one answer both see both texts, and nothing is lost', async () => {
  const [gareth, marion] = [office.visit, office.beside];
  await office.clock('2026-09-01 11:20');
  await marion.context.setOffline(true);
  await textOf(marion.page).fill('I spoke to the head myself.');
  await why(marion.page).getByText('Not saved yet – no connection.').waitFor();
  await textOf(gareth.page).fill('The nursery says the same.');
  await why(gareth.page).getByText('Saved 11:20').waitFor();
  await marion.context.setOffline(false);
  const two = marion.page.locator('tl-two-texts');
  await two.getByText('Gareth Pugh changed this answer too').waitFor();
  await two.getByText('I spoke to the head myself.').waitFor();
  await two.getByText('The nursery says the same.').waitFor();
  await look(marion.page, 'two-texts');
  await two.getByRole('button', { name: 'Put both together' }).click();
  await why(marion.page).getByText('Saved 11:20').waitFor();
  // nothing changes under his hands; it is there once he looks up
  await gareth.page.getByRole('heading', { level: 1 }).click();
  await why(gareth.page).getByText('Marion Teal, 11:20').waitFor();
  expect(await textOf(gareth.page).inputValue()).toBe(
    'The nursery says the same.\n\nI spoke to the head myself.',
  );
  marion.forgive();
});

it('one completes the task; the other keeps what they wrote and is told who and when', async () => {
  const [gareth, marion] = [office.visit, office.beside];
  await office.clock('2026-09-01 11:30');
  await marion.context.setOffline(true);
  await textOf(marion.page).fill('Not yet: I want to hear from the health visitor first.');
  await gareth.page.getByRole('link', { name: 'The contact', exact: true }).first().click();
  await office.fills({ given: { contactOutcome: { Ella: 'referral' } }, again: true });
  await marion.context.setOffline(false);
  await marion.page.getByText('Gareth Pugh completed this task at 11:30, while you were writing.').waitFor();
  await marion.page.getByText('What you wrote is kept below').waitFor();
  await marion.page.getByText('Not yet: I want to hear from the health visitor first.').waitFor();
  await look(marion.page, 'completed-by-another');
  marion.forgive();
});

it('a task that the pathway closes while somebody writes keeps what they wrote', async () => {
  const [page, ellie] = [office.visit.page, office.beside.page];
  await signOut(page);
  await signOut(ellie);
  await office.clock('2026-09-01 14:00');
  await signIn(page, 'Marion Teal');
  await openFromQueue(page, 'Decide on the referral');
  await office.fills({ given: { referralOutcome: { Ella: 'assessment' } }, again: true });
  await page.getByRole('link', { name: 'Back to my work' }).click();
  await giveTask(page, 'Write the assessment', 'Hartley', 'Ellie Marsh');
  await signOut(page);
  await signIn(ellie, 'Ellie Marsh');
  await openFromQueue(ellie, 'Write the assessment');
  const findOut = ellie.locator('tl-question[data-key="whatWeWantToFindOut"]');
  await findOut.getByRole('textbox').fill('Who makes tea, and who is there at night.');
  await findOut.getByText('Saved 14:00').waitFor();
  await signIn(page, 'Ruth Okafor');
  await page.getByRole('link', { name: /^My team’s/ }).click();
  await page.getByRole('link', { name: 'Hartley' }).first().click();
  await page.getByRole('button', { name: /^Add/ }).click();
  await page.getByRole('link', { name: 'New worry' }).click();
  await page.getByLabel('What has happened?').fill('School rang: a bruise, and Ella would not say.');
  await page.getByRole('button', { name: 'Start' }).click();
  await look(page, 'news');
  await page.getByRole('link', { name: 'Consider the worry' }).click();
  await page.getByText('School rang: a bruise, and Ella would not say.').waitFor();
  await office.fills({ given: { worryDecision: { Ella: 'strategy-discussion' } }, again: true });
  await ellie.getByRole('heading', { level: 1, name: 'This task is closed: Write the assessment' }).waitFor();
  await ellie.getByText('Who makes tea, and who is there at night.').waitFor();
  await look(ellie, 'closed-while-writing');
  office.beside.forgive();
});
