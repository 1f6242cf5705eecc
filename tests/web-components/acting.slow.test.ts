import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtPages, loaded } from './support/built-pages.ts';

const pages = builtPages();

const main = (page: Page): Promise<string> => page.locator('main').innerText();

describe('signing in', () => {
  it('says what is missing, each line leading to its field', async () => {
    const { page, close } = await pages.open('/sign-in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const summary = page.locator('.govuk-error-summary');
    await summary.waitFor();
    expect(await summary.innerText()).toContain('Enter your username');
    expect(await page.title()).toMatch(/^Error: /);
    await summary.getByRole('link', { name: 'Enter your password' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await close();
  });

  it('as an invented person leads to their work', async () => {
    const { page, close } = await pages.open('/sign-in');
    await page.getByRole('button', { name: /Priya Nair/ }).click();
    await page.locator('h1', { hasText: 'My work' }).waitFor();
    expect(await page.locator('.tl-demonstration').innerText()).toContain('invented');
    await close();
  });

  it('is asked of somebody whose session ended, and leads back to where they were', async () => {
    const { page, close } = await pages.open('/stages?show=table');
    await page.locator('.tl-stage-table').waitFor();
    // with the first question of the next page: what this one still asks must not lead away before
    const ends = async (route: Route): Promise<void> => {
      pages.fixture().state.signedIn = undefined;
      await route.continue();
    };
    await page.route('**/api/tasks?*', ends, { times: 1 });
    await page.getByRole('link', { name: 'My work' }).click();
    await page.getByText('You have been signed out').waitFor();
    await page.getByRole('button', { name: /Priya Nair/ }).click();
    await page.locator('h1', { hasText: 'My work' }).waitFor();
    await close();
  });
});

describe('recording a contact', () => {
  it('looks for the child first, and finds the family they belong to', async () => {
    const { page, close } = await pages.open('/contact/new');
    expect(await page.getByRole('button', { name: 'Add this child' }).count()).toBe(0);
    await page.locator('#name').fill('Ella');
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('button', { name: /^This is the child: Ella/ }).click();
    await page.getByText('Whose record does this belong to?').waitFor();
    expect(await page.getByLabel('Ashdown family').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Start recording' }).click();
    await page.locator('h1', { hasText: 'enquiry' }).waitFor();
    await close();
  });

  it('without a child says so', async () => {
    const { page, close } = await pages.open('/contact/new');
    await page.getByRole('button', { name: 'Start recording' }).click();
    await page.locator('.govuk-error-summary', { hasText: 'Add at least one child' }).waitFor();
    await close();
  });
});

describe('tasks', () => {
  it('are given several at once', async () => {
    const { page, close } = await pages.open('/work?view=unallocated');
    await loaded(page);
    await page.locator('#select-t-unallocated').check({ force: true });
    await page.locator('#select-t-unallocated-2').check({ force: true });
    await page.getByLabel('Give to', { exact: true }).selectOption('dermot');
    await page.locator('.tl-selected').getByRole('button', { name: 'Give' }).click();
    await expect
      .poll(() => page.locator('#tl-announcements').innerText())
      .toContain('2 tasks given to Dermot Hale.');
    await expect.poll(() => main(page)).toContain('Every task has somebody.');
    await close();
  });

  it('nobody has are taken with one press', async () => {
    const { page, close } = await pages.open('/work?view=unallocated');
    await page.getByRole('button', { name: 'Take: Write the assessment, Finch family' }).click();
    await expect
      .poll(() => page.locator('#tl-announcements').innerText())
      .toContain('Yours now: Write the assessment');
    const focused = () => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? '');
    await expect.poll(focused).toContain('Hart family');
    await close();
  });
});

describe('completing a task', () => {
  it('says before what will happen for each child, and after it what did', async () => {
    const { page, close } = await pages.open('/tasks/t-enquiry?section=decision');
    await page.locator('.tl-next').first().waitFor();
    await page.locator('input[value="initial-conference"]').first().check({ force: true });
    await page.locator('input[value="child-in-need"]').nth(1).check({ force: true });
    await page.getByRole('button', { name: 'Check answers' }).click();
    await page.locator('.tl-next-steps', { hasText: 'Write the social work report' }).waitFor();
    const next = await page.locator('.tl-next-steps').innerText();
    expect(next).toMatch(/Ella Ashdown[\s\S]*conference[\s\S]*Tom Ashdown[\s\S]*plan/);
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.locator('h1', { hasText: 'Done' }).waitFor();
    expect(await main(page)).toContain('Dermot Hale has been asked to authorise it.');
    expect(await page.locator('.tl-opened a').first().getAttribute('href')).toMatch(/^\/tasks\//);
    await close();
  });

  it('with something missing leads from the message to the field on its own page', async () => {
    const { page, close } = await pages.open('/tasks/t-enquiry/check');
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.locator('.govuk-error-summary a').nth(1).click();
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('tl-question')?.getAttribute('data-key')),
      )
      .toBe('enquiryOutcome@p-tom');
    await close();
  });
});

describe('a record', () => {
  it('is corrected only with a reason', async () => {
    const { page, close } = await pages.open('/records/r-strategy');
    await page.getByRole('button', { name: /^Correct: How safe/ }).click();
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('Say why it is being corrected').waitFor();
    await close();
  });

  it('says before it is corrected, or its step reopened, what will change', async () => {
    const { page, close } = await pages.open('/records/r-strategy');
    await page.getByRole('button', { name: /^Correct: How safe/ }).click();
    await page.locator('tl-correction-form input[value="7"]').check({ force: true });
    const changes = page.locator('tl-would-change');
    await changes.getByText('Initial conference').waitFor();
    expect(await changes.innerText()).toMatch(
      /Initial conference \(Ella and Tom\)[\s\S]*Before: 25 September 2026[\s\S]*After: 24 September 2026, 1 working day late/,
    );
    await close();
  });

  it('on paper is without the service around it', async () => {
    const { page, close } = await pages.open('/records/r-strategy/print');
    await page.emulateMedia({ media: 'print' });
    for (const around of ['.tl-header', '.tl-nav', '.tl-footer', '.tl-print-tools']) {
      expect(await page.locator(around).isVisible()).toBe(false);
    }
    expect(await page.locator('.tl-paper').innerText()).toContain('What you told us');
    await close();
  });
});

describe('cases by stage', () => {
  it('say the same as a board and as a table', async () => {
    const { page, close } = await pages.open('/stages?show=board');
    await loaded(page);
    const onBoard = await page.locator('.tl-card__name').allInnerTexts();
    await page.getByRole('link', { name: 'Table' }).click();
    await page.locator('.tl-stage-table').waitFor();
    expect(await page.locator('.tl-stage-table td:first-child').allInnerTexts()).toEqual(onBoard);
    await close();
  });
});
