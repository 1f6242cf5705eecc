import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, builtPages, loaded } from './support/built-pages.ts';

/** Every page, at the width of a desk and of a telephone. */
const pages = builtPages();

const shown: [string, string, ((page: Page) => Promise<void>)?][] = [
  ['signing in', '/sign-in'],
  ['the first account', '/first-administrator?token=x'],
  ['my work', '/work'],
  [
    'a day with too much in it, all of it shown',
    '/today',
    async (page) => {
      await page.getByRole('button', { name: 'Show 52 more' }).click();
      await page.getByRole('button', { name: 'Show 3 more' }).click();
      await page.locator('.tl-day__later summary').click();
    },
  ],
  [
    'my team’s work, with tasks to give',
    '/work?view=team',
    async (page) => {
      await page.locator('#select-t-report').check({ force: true });
      await page.getByRole('button', { name: /^Give: Visit/ }).click();
    },
  ],
  ['finding a family', '/families'],
  [
    'a family',
    '/families/c-ashdown',
    async (page) => {
      const show = page.getByRole('button', { name: 'Show the drawing' });
      if (await show.isVisible()) await show.click();
      await page.locator('pathway-drawing .tl-here').first().waitFor();
    },
  ],
  [
    'the people of a family, one being changed',
    '/families/c-ashdown?view=people',
    async (page) => {
      await page
        .getByRole('button', { name: /^Change/ })
        .first()
        .click();
    },
  ],
  [
    'the map of a family, a worry being changed',
    '/families/c-ashdown/map',
    async (page) => {
      await page.getByRole('button', { name: 'Change or add: Our worries' }).click();
      for (const summary of await page.locator('.tl-map summary').all()) await summary.click();
    },
  ],
  ['a family’s timeline', '/families/c-ashdown?view=timeline'],
  [
    'a family’s records, with what can be added',
    '/families/c-ashdown?view=records',
    async (page) => {
      await page.getByRole('button', { name: 'Add' }).click();
    },
  ],
  [
    'news about a family, sent empty',
    '/families/c-ashdown/news?message=new%20worry',
    async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
    },
  ],
  ['a form added at any time', '/families/c-ashdown/add/visit'],
  [
    'a task',
    '/tasks/t-enquiry',
    async (page) => {
      await page.getByRole('button', { name: /^Add/ }).first().click();
    },
  ],
  ['a task’s questions to each child', '/tasks/t-enquiry?section=children'],
  ['a task’s other kinds of question', '/tasks/t-enquiry?section=thinking'],
  [
    'a task’s way-deciding questions',
    '/tasks/t-enquiry?section=decision',
    async (page) => {
      await page.locator('.tl-next').first().waitFor();
    },
  ],
  ['a real report', '/tasks/t-report'],
  ['a real assessment', '/tasks/t-unallocated'],
  [
    'checking answers with something missing',
    '/tasks/t-report/check',
    async (page) => {
      await page.getByRole('button', { name: 'Complete' }).click();
    },
  ],
  ['what happened', '/tasks/t-done/done'],
  ['recording a contact', '/contact/new'],
  ['cases by stage', '/stages?show=board'],
  ['cases by stage as a table', '/stages?show=table'],
  [
    'what needs a manager, something taken further being answered',
    '/oversight',
    async (page) => {
      await page.getByRole('button', { name: /^Answer/ }).click();
      await page.getByRole('button', { name: 'Send the answer' }).click();
    },
  ],
  [
    'a long worklist, several given at once and a decision about to be reopened',
    '/oversight/worklists/late',
    async (page) => {
      await page.getByRole('button', { name: 'Select all shown' }).click();
      await page
        .getByRole('button', { name: /^Reopen a decision/ })
        .nth(1)
        .click();
      await page.getByLabel('Which step?').waitFor();
    },
  ],
  ['a worklist of children', '/oversight/worklists/no-oversight'],
  ['a worklist with nothing on it', '/oversight/worklists/long-plans'],
  ['caseloads', '/oversight/caseload'],
  [
    'families about to be handed over',
    '/oversight/caseload/priya',
    async (page) => {
      await page.getByRole('button', { name: 'Select all shown' }).click();
      await page.getByLabel('Give to').selectOption('kofi');
      await page.getByLabel(/^Why are you giving/).fill('Priya is moving on');
      await page.getByRole('button', { name: 'Give', exact: true }).click();
      await page.getByText('Hand 30 families to Kofi Mensah?').waitFor();
    },
  ],
  [
    'cases by stage over time',
    '/oversight/stages',
    async (page) => {
      await page.locator('.tl-chart__drawing').nth(1).waitFor();
    },
  ],
  ['the children behind a number', '/oversight/stages/history?stage=assessment'],
  [
    'from referral to plan',
    '/oversight/funnel',
    async (page) => {
      await page.locator('.tl-chart__drawing').first().waitFor();
    },
  ],
  ['the children who went one way', '/oversight/funnel/referral?outcome=assessment'],
  ['the measures', '/measures'],
  [
    'practice, the months of one opened',
    '/practice',
    async (page) => {
      await page.getByText('Month by month').first().click();
      await page.locator('.tl-chart__drawing').first().waitFor();
    },
  ],
  [
    'one measure, its figures as tables',
    '/measures/M13',
    async (page) => {
      await page.locator('.tl-chart__drawing').nth(1).waitFor();
      for (const summary of await page.locator('tl-chart summary').all()) await summary.click();
    },
  ],
  [
    'a record, an answer being corrected',
    '/records/r-strategy',
    async (page) => {
      await page
        .getByRole('button', { name: /^Correct/ })
        .first()
        .click();
    },
  ],
  ['a record for the family', '/records/r-strategy/print'],
  [
    'cases by stage, for somebody who asks for names in place of invented ones',
    '/stages?show=table',
    async (page) => {
      await page.getByText('See who they are').click();
      await page.getByRole('button', { name: 'Show names' }).click();
    },
  ],
  [
    'who is invited to a family, another invitation sent empty',
    '/families/c-ashdown/invitations',
    async (page) => {
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await page.getByText('Choose whom you invite').first().waitFor();
    },
  ],
  [
    'what is withheld of a family, one part being lifted',
    '/families/c-ashdown/withheld',
    async (page) => {
      await page.getByRole('button', { name: /^Lift/ }).first().click();
    },
  ],
  ['what is shared with somebody of another agency', '/invited'],
  ['a family as far as it is shared, something just sent', '/invited/c-ashdown?sent=visit'],
  [
    'a form somebody of another agency was asked to write, sent too early',
    '/invited/c-ashdown/forms/visit',
    async (page) => {
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('.govuk-error-summary').waitFor();
    },
  ],
  ['where one is signed in', '/sessions'],
  ['cover for an absence', '/cover'],
  [
    'an account with a role that waits and a hidden family, another one added without its number',
    '/accounts/dermot',
    async (page) => {
      await page.getByRole('button', { name: 'Hide this family' }).click();
    },
  ],
  ['a person', '/people/p-ella'],
  ['a family one may not see', '/families/c-restricted'],
  ['help', '/help'],
  ['an address without a page', '/nowhere'],
];

/** Width of a desk, and of a telephone or of a desk at 320 per cent. */
const widths = [1280, 400];

describe('as it is built, under the real content security policy', () => {
  it.each(shown)('%s is accessible and fits at both widths', async (_name, path, act) => {
    const { page, problems, close } = await pages.open(path);
    await loaded(page);
    await act?.(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFindings(page), `axe at ${width}`).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `wider than ${width}`).toBeLessThanOrEqual(0);
    }
    expect(problems).toEqual([]);
    await close();
  });
});
