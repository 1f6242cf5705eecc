import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { toBooking } from '../server/support/to-conference.ts';
import type { Family } from '../server/support/workplace.ts';
import { readPdf } from '../support/read-pdf.ts';
import { look, lookBothWidths, screenFrom } from './support/look.ts';
import { hurryOn } from './support/office.ts';
import { fillTheRest } from './support/other-hand.ts';
import { screenOf } from './support/screen.ts';
import { completeChecked, completeForm, fillRoom } from './support/steps.ts';

/** Four brothers and sisters, one with a name that no line holds. */
const siblings = [
  { first: 'Maximiliana-Josephine Oluwaseun', born: '2012-03-02' },
  { first: 'Ben', born: '2016-05-06' },
  { first: 'Cleo', born: '2021-05-06' },
  { first: 'Dot', born: '2025-02-06' },
];
const day = '2026-09-18';
let family: Family;

/** A conference chair’s day: enough of them to decide, a decision for each child, and a letter the same day. */
const screen = screenOf(async (place) => {
  family = await toBooking(place, siblings, 'Somerville');
  await place.give(family.id, 'book-conference', 'bea');
});

async function on(page: Page, date: string): Promise<void> {
  const field = page.locator('[data-key="conferenceOn"]');
  const [year = '', month = '', of = ''] = date.split('-');
  for (const [part, value] of Object.entries({ Day: of, Month: month, Year: year })) {
    await field.getByLabel(part).fill(value);
  }
}

it('before: a booking says what a day means while it is chosen, and whoever may come is invited with one press', async () => {
  const task = (await screen.place.task(family.id, 'book-conference')).id;
  const page = await screen.at('bea', `/bookings/${task}`);
  const facts = page.locator('.tl-booking__facts');
  await facts.getByText('Initial conference').waitFor();
  expect(await page.getByRole('group', { name: 'Which meeting is this?' }).count()).toBe(0);
  await on(page, '2026-12-25');
  await page.getByText('Nobody works on 25 December 2026: choose another day.').waitFor();
  await page.getByText(/after it is due\. The day it is due does not move/).waitFor();
  await page.getByRole('button', { name: 'Joan Aldridge' }).press('Enter');
  await page.getByRole('button', { name: 'Invite all of these' }).press('Enter');
  await page.locator('[data-key="attendance"]').getByText('Dana Somerville').waitFor();
  await lookBothWidths(page, 'booking');
  await on(page, day);
  await page.getByText('18 September 2026 is 2 working days before it is due.').waitFor();
  await fillTheRest(page, hurryOn('2026-09-06'));
  await facts.getByRole('button', { name: 'Change which meeting it is' }).press('Enter');
  const known = page.getByRole('radio', { name: 'Initial conference', exact: true });
  expect(await known.evaluate((radio) => radio === document.activeElement && radio.matches(':checked'))).toBe(
    true,
  );
  await page.getByRole('button', { name: 'Check it and book' }).click();
  await completeChecked(page, { hurry: hurryOn('2026-09-06'), again: true });
});

it('nobody decides before enough of them are here: whoever comes is ticked with one press, and it is counted', async () => {
  const { place } = screen;
  await place.complete(family, 'sam', 'write-report');
  await place.complete(family, 'tia', 'authorise-report', { authorisation: ['authorise'] });
  await place.complete(family, 'sam', 'share-report');
  await place.give(family.id, 'hold-conference', 'cyd');
  screen.until(`${day}T09:00:00.000Z`);
  const page = await screen.at('cyd', '/work');
  await look(page);
  await page.getByRole('link', { name: 'Hold the conference' }).click();
  await page.getByRole('link', { name: 'Open it for the meeting' }).click();
  await tick(page, 'Dana Somerville', 'In the room');
  await tick(page, 'Ellie Marsh', 'By video');
  await page.getByText('There are not enough of us to decide.').waitFor();
  for (const [name, agency] of [
    ['Ms Okafor', 'school'],
    ['PC Lind', 'police'],
  ] as const) {
    await page.getByLabel('Name').fill(name);
    await page.locator('#came-agency').selectOption(agency);
    await page.getByRole('button', { name: 'Put them in the list' }).press('Enter');
    await page.locator('.tl-came__person', { hasText: name }).waitFor();
  }
  await page.getByText('There are enough of us to decide.').waitFor();
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await lookBothWidths(page, 'chair-quorum');
  await screenFrom(page, page.locator('#who-is-here'), 'quorum');
  await page.reload();
  await page.getByText('There are enough of us to decide.').waitFor();
});

it('each child has a decision of their own, and what each person says of it takes one press', async () => {
  const { page } = screen.visit;
  await page.getByRole('button', { name: 'What we decide for each child' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: 'What we decide for each child' }).waitFor();
  const decide = (child: string, what: string) =>
    page
      .locator('.tl-child')
      .filter({ has: page.getByRole('heading', { name: child }) })
      .first()
      .getByLabel(what, { exact: true })
      .press('Space');
  await decide('Cleo', 'Adjourned: the conference meets again');
  await page.getByText('When do we meet again?').waitFor();
  await decide('Maximiliana', 'No');
  await decide('Maximiliana', 'No child protection plan: a child in need plan');
  for (const child of ['Ben', 'Cleo', 'Dot']) await decide(child, 'A child protection plan');
  await page.getByText('When do we meet again?').waitFor({ state: 'detached' });
  const says = (who: string, what: string) =>
    page.getByRole('group', { name: who }).getByLabel(what, { exact: true }).press('Space');
  for (const who of ['Ellie Marsh, Social worker', 'Ms Okafor', 'PC Lind']) await says(who, 'Yes');
  await says('Dana Somerville, Mother', 'No');
  await lookBothWidths(page, 'chair-decides');
});

it('what was decided is checked once, and each child goes their own way at once', async () => {
  const { page } = screen.visit;
  await page.getByRole('button', { name: 'Welcome' }).press('Enter');
  await fillRoom(page, { given: { firstReviewOn: '2026-12-04' }, hurry: hurryOn(day) });
  await page.getByRole('button', { name: 'Check it and finish' }).click();
  await completeChecked(page, {
    ...{ hurry: hurryOn(day), picture: 'chair' },
    next: ['Write the plan', 'Write the child in need plan', 'Send the decision letter'],
    happened: ['Child protection plan', 'Child in need plan'],
  });
});

it('the letter is written the same day', async () => {
  await screen.place.give(family.id, 'send-decision-letter', 'bea');
  const page = await screen.at('bea', '/work');
  await page.getByRole('link', { name: 'Send the decision letter' }).click();
  const given = {
    decisionInPlainWords:
      'On Friday we met and talked about how to keep the children safe. Ben, Cleo and Dot will have a plan. Max will have help, but no such plan. Ellie will come to see you next Tuesday.',
    viewsThatDiffer: 'Dana thinks that Ben does not need a plan.',
    childWordsInLetter: 'I want to know who picks me up.',
    howToDisagree: 'Ring Joan if you think that we got it wrong. You can ask a friend to ring for you.',
    decisionLetterSentOn: day,
    sharing: [{ sharedWith: 'Dana Somerville', method: 'post', date: day }],
  };
  await completeForm(page, { given, hurry: hurryOn(day) });
  await page.getByRole('link', { name: 'Read the record' }).click();
});

it('it is read as the family reads it, and its file is tagged for whoever listens to it', async () => {
  const { page } = screen.visit;
  await page.getByRole('link', { name: 'Print, or save as a document' }).click();
  const paper = page.locator('.tl-paper');
  await paper.getByRole('heading', { level: 1, name: 'Letter after the conference' }).waitFor();
  await paper.getByText('Dana thinks that Ben does not need a plan.').waitFor();
  await lookBothWidths(page, 'chair-letter');
  await screenFrom(page, paper, 'letter');
  const made = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF' }).click();
  const pdf = await readPdf(await buffer(await (await made).createReadStream()));
  expect(pdf).toMatchObject({ title: 'Letter after the conference', language: 'en-GB', ua: '1' });
  expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD']));
  expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain('No child protection plan: a child in need plan');
});

it('it is plain enough before it goes, and whom it went to is noted the same day', async () => {
  const { page } = screen.visit;
  await page.getByRole('link', { name: 'Back to the record' }).click();
  await page.getByRole('button', { name: 'Note that it was given' }).click();
  const form = page.locator('tl-share-form');
  await form.locator('summary', { hasText: 'Is it plain?' }).click();
  const [, age] = /about (\d+)/.exec(await form.getByText(/^Reading age/).innerText()) ?? [];
  expect(Number(age)).toBeLessThanOrEqual(12);
  await form.locator('summary', { hasText: 'Words of the trade' }).click();
  // the law's names of what was decided, which the letter has to say, and no others
  expect(await form.locator('.tl-plain__jargon dt').allInnerTexts()).toEqual([
    expect.stringContaining('child protection plan'),
    expect.stringContaining('child in need plan'),
    expect.stringContaining('core group'),
  ]);
  await form.getByRole('button', { name: 'Note it' }).click();
  await form.getByText('Choose or name whom it was given to, how, and the day.').waitFor();
  await form.getByLabel('PDF').check();
  await form.getByLabel('Dana Somerville').check();
  await form.getByLabel('By post').check();
  await lookBothWidths(page, 'chair-given');
  await form.getByRole('button', { name: 'Note it' }).click();
  await page.getByText('Letter after the conference, to Dana Somerville').waitFor();
});

it('what the mother says of it is kept beside it, and is there for the chair before the day is over', async () => {
  const { page } = screen.visit;
  const given = page.locator('tl-shared-papers');
  await given.getByRole('button', { name: /^What did they say/ }).press('Enter');
  for (const label of ['Dana Somerville', 'Family'])
    await given.getByLabel(label, { exact: true }).press(' ');
  await given.locator('[id$="-helpful-4"]').press(' ');
  await given.locator('[id$="-clear-2"]').press(' ');
  await given.getByLabel('In their own words').fill('Too many long words.');
  await look(page);
  await given.getByRole('button', { name: 'Keep it' }).press('Enter');
  const said = 'Dana Somerville: helpful 4 of 5, clear 2 of 5: Too many long words.';
  await given.getByText(said).waitFor();
  await screen.at('cyd', `/families/${family.id}?view=timeline`);
  await given.getByText('Letter after the conference, to Dana Somerville').waitFor();
  expect(await given.innerText()).toContain('18 September 2026');
  await given.getByText(said).waitFor();
  await look(page);
});

const tick = (page: Page, name: string, how: string) =>
  page.locator('.tl-came__person', { hasText: name }).getByLabel(how).press('Space');
