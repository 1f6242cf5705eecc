import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { toBooking, toConference } from '../server/support/to-conference.ts';
import { days, type Family, type Who, type Workplace } from '../server/support/workplace.ts';
import { completeForm } from './support/steps.ts';
import { look, lookBothWidths, screenFrom } from './support/look.ts';
import { screenOf } from './support/screen.ts';

/** A team manager’s Monday: what went late over the weekend is dealt with row by row, until the list is empty. */
const screen = screenOf(async (place) => {
  const brandt = await toConference(place, [{ first: 'Mia', born: '2019-04-03' }], 'Brandt');
  const decided = { conferenceDecision: ['protection-plan'], category: ['NEG'] };
  await place.complete(brandt, 'cyd', 'hold-conference', decided);
  const both = [
    { first: 'Ella', born: '2017-04-03' },
    { first: 'Tom', born: '2022-04-03' },
  ];
  const hartley = await place.toAssessment(both, 'Hartley');
  await inTime(place, brandt, {
    bea: ['send-decision-letter', 'draft-minutes'],
    sam: ['write-plan', 'hold-core-group'],
  });
  await inTime(place, brandt, { cyd: ['approve-minutes'] });
  const okoye = await toBooking(place, [{ first: 'Ada', born: '2015-03-02' }], 'Okoye');
  const adeyemi = await toBooking(place, [{ first: 'Temi', born: '2018-05-06' }], 'Adeyemi');
  place.server.clock.pass(days(4));
  const linde = await place.openFamily([{ first: 'Noor', born: '2020-04-03' }], 'Linde');
  await place.complete(linde, 'bea', 'record-contact');
  for (const family of [brandt, hartley, okoye, adeyemi]) {
    await inTime(place, family, {
      fay: ['tell-referrer'],
      bea: ['send-strategy-record', 'send-minutes'],
      sam: ['send-core-group-notes'],
    });
  }
  place.server.clock.pass(days(3));
});

/** What was done in time stands on no list: of these steps those that are open are completed. */
async function inTime(
  place: Workplace,
  family: Family,
  steps: Partial<Record<Who, string[]>>,
): Promise<void> {
  for (const [who, names] of Object.entries(steps) as [Who, string[]][]) {
    for (const step of names) {
      const { tasks } = await place.case(family.id);
      if (tasks.some((one) => one.step === step)) await place.complete(family, who, step);
    }
  }
}

const row = (page: Page, family: string) => page.locator('tl-worklist-row', { hasText: family });
const late = (page: Page) => page.locator('tl-worklist-row h2').allInnerTexts();
const leaves = (page: Page, family: string) => row(page, family).waitFor({ state: 'detached' });

it('the late list says of each task by how much, whose it is and from when it counts', async () => {
  const page = await screen.at('tia', '/oversight');
  await look(page);
  await page.getByRole('link', { name: 'Late', exact: true }).click();
  await row(page, 'Linde').waitFor();
  expect(await late(page)).toEqual([
    ...['Visit the child', 'Book the conference', 'Book the conference', 'Write the assessment'],
    'Screen the contact',
  ]);
  expect(await row(page, 'Linde').locator('.tl-due').innerText()).toContain('2 days late');
  await lookBothWidths(page, 'monday-late');
  await screenFrom(page, page.locator('main'), 'late');
});

it('one is given to a colleague, whose families stand beside the name', async () => {
  const { page } = screen.visit;
  await page.getByRole('button', { name: 'Give to somebody: Write the assessment, Hartley' }).click();
  const act = row(page, 'Hartley').locator('tl-row-act');
  const whom = act.getByLabel('Give to', { exact: true });
  expect(await whom.innerText()).toMatch(/^Choose a person\nKwame Boateng – no families yet\n/);
  await whom.selectOption('kim');
  await act.getByLabel(/^Why/).fill('Ellie has two conferences this week.');
  await look(page);
  await act.getByRole('button', { name: 'Give', exact: true }).click();
  await leaves(page, 'Hartley');
});

it('one is explained, and one goes to the service manager, who finds it first', async () => {
  const { page } = screen.visit;
  await page.getByRole('button', { name: 'Say why it is late: Screen the contact, Linde' }).click();
  await page
    .getByLabel('Why is it late?', { exact: true })
    .fill('The school was closed. The head rings today at ten.');
  await page.getByRole('button', { name: 'Save the reason' }).click();
  await leaves(page, 'Linde');
  await page.getByRole('button', { name: 'Take further: Book the conference, Okoye' }).click();
  await page.getByLabel('To whom?').selectOption({ label: 'The service manager' });
  await page
    .getByLabel('What do they need to know or decide?')
    .fill('No chair is free before the fifteenth day.');
  await page.getByRole('button', { name: 'Take further', exact: true }).click();
  await leaves(page, 'Okoye');
  await screen.at('sue', '/oversight');
  const first = page.getByRole('region', { name: 'Needs you first' });
  await first.getByText('Ruth Okafor: No chair is free before the fifteenth day.').waitFor();
  await look(page);
});

it('one is overseen: what was talked about and decided is recorded, and the list goes on', async () => {
  const page = await screen.at('tia', '/oversight/worklists/late');
  await page.getByRole('button', { name: 'Record oversight: Visit the child, Brandt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Supervision' }).waitFor();
  const today = screen.place.server.clock.now().slice(0, 10);
  const given = {
    heldOn: today,
    hypothesis: 'Mia’s mother hides when she is afraid of what we will say.',
    supervisionDecision: 'Ellie goes with the health visitor on Tuesday, whom she trusts.',
    newWorry: 'no',
  };
  await completeForm(page, { given, hurry: { day: today, time: '08:55', ahead: {}, choose: {} } });
});

it('one is late because of a decision that was wrong: what reopening it changes is said before', async () => {
  const page = await screen.at('tia', '/oversight/worklists/late');
  await page.getByRole('button', { name: 'Reopen a decision: Book the conference, Adeyemi' }).click();
  const act = row(page, 'Adeyemi').locator('tl-row-act');
  const step = act.getByLabel('Which step?');
  const authorised = step.locator('option', { hasText: 'Authorise the enquiry – Ruth Okafor' });
  await step.selectOption(await authorised.innerText());
  await act.getByText(/^Closes: Book the conference/).waitFor();
  expect(await act.getByText(/^Opens again/).allInnerTexts()).toEqual([
    'Opens again: Authorise the enquiry (Temi)',
  ]);
  await act.getByLabel('Why is it opened again?').fill('The police did not find what we were told.');
  await lookBothWidths(page, 'monday-reopen');
  await act.getByRole('button', { name: 'Reopen', exact: true }).click();
  await page.getByText('Nothing is on this list.').waitFor();
  await look(page);
});

it('the week begins with nothing late, and each reason stands where the task stands', async () => {
  const { page } = screen.visit;
  await page.getByRole('link', { name: 'Oversight', exact: true }).first().click();
  const counted = (list: string) => page.locator('.tl-worklists__item', { hasText: list }).first();
  expect(await counted('Open tasks whose timescale has passed').innerText()).toMatch(/^none/);
  expect(await counted('What colleagues wrote and you may authorise').innerText()).toMatch(/^1/);
  await page.getByRole('link', { name: 'Late, and dealt with' }).click();
  const why = (family: string) => row(page, family).locator('.tl-worklist__reason');
  await why('Hartley').getByText('Ruth Okafor: Ellie has two conferences this week.').waitFor();
  expect(await row(page, 'Hartley').innerText()).toContain('With Kwame Boateng');
  expect(await why('Linde').innerText()).toContain('The head rings today at ten.');
  expect(await why('Okoye').innerText()).toContain('No chair is free before the fifteenth day.');
  expect(await why('Brandt').innerText()).toContain('Management oversight was recorded since.');
  await look(page);
});
