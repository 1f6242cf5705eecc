import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, look } from './look.ts';
import { fillTheRest, type Hurry } from './other-hand.ts';
import { typeAnswers, type Given } from './typed.ts';

export interface FormFilled {
  given?: Record<string, Given>;
  hurry: Hurry;
  /** a form that this journey has filled before needs no second look */
  again?: boolean;
  /** name of its pictures */
  picture?: string;
  /** what the check page must say will happen next */
  next?: string[];
  /** what the done page must say has happened or is open now */
  happened?: string[];
}

/** Opens a task from the queue by its name, taking it first where nobody has it. */
export async function openFromQueue(page: Page, what: string, whose = ''): Promise<void> {
  const link = page
    .locator('.tl-task')
    .filter({ hasText: whose })
    .getByRole('link', { name: what, exact: true });
  const waiting = page.getByRole('link', { name: /^Not yet allocated/ });
  await page.locator('.tl-tasks, .tl-empty').first().waitFor();
  if ((await link.count()) === 0) {
    await waiting.click();
    await page.getByRole('button', { name: new RegExp(`^Take: ${what},`) }).click();
    await page.getByRole('link', { name: /^Mine/ }).click();
  }
  await link.click();
  await page.getByRole('heading', { level: 1, name: what }).waitFor();
}

/** Works through the form on the page: section by section, check answers, complete, what happened. */
export async function completeForm(page: Page, form: FormFilled): Promise<void> {
  await fillSections(page, form);
  await page.locator('.tl-section__move').getByRole('button', { name: 'Check answers' }).click();
  await completeChecked(page, form);
}

export async function fillSections(page: Page, form: FormFilled): Promise<void> {
  const { given = {}, hurry, picture, again } = form;
  const typed = new Set<string>();
  const move = page.locator('.tl-section__move');
  for (let section = 1; ; section += 1) {
    await page
      .getByText(new RegExp(`^Section ${section} of`))
      .last()
      .waitFor();
    await typeAnswers(page, given, typed);
    await fillTheRest(page, hurry);
    await typeAnswers(page, given, typed);
    if (section === 1 && !again) await look(page, picture && `${picture}-form`);
    else if (!again) await expectAccessible(page, '.tl-section');
    const next = move.getByRole('button', { name: 'Continue' });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  const missed = Object.keys(given).filter((id) => ![...typed].some((key) => key.split('@')[0] === id));
  expect(missed, `answers that ${page.url()} never asked for`).toEqual([]);
}

/** Works through the parts of a meeting from the one on the screen to the last. */
export async function fillRoom(page: Page, { given = {}, hurry, again }: FormFilled): Promise<void> {
  const typed = new Set<string>();
  const next = page.getByRole('button', { name: 'Next part' });
  for (;;) {
    await typeAnswers(page, given, typed);
    await fillTheRest(page, hurry);
    await typeAnswers(page, given, typed);
    if (!again) await expectAccessible(page, '.tl-room__part');
    if ((await next.count()) === 0) return;
    await next.click();
  }
}

export async function completeChecked(page: Page, form: FormFilled): Promise<void> {
  const { picture, next = [], happened = [], again } = form;
  await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
  const follows = page.locator('.tl-next-steps__list');
  await page
    .locator('.tl-next-steps__list, .tl-check__row--wrong')
    .or(page.getByText('No task opens.'))
    .first()
    .waitFor();
  const reasons = await page.getByLabel('Why is it right all the same?').all();
  for (const reason of reasons) await reason.fill('Agreed with my manager today.');
  const wrong = reasons.length > 0 ? [] : await page.locator('.tl-check__row--wrong').allInnerTexts();
  expect(wrong, `what ${page.url()} says is wrong`).toEqual([]);
  for (const says of next) expect(await follows.innerText()).toContain(says);
  if (!again) await look(page, picture && `${picture}-check`);
  await page.getByRole('button', { name: 'Complete', exact: true }).click();
  await page
    .locator('h1:has-text("Done:"), .govuk-error-summary')
    .or(page.getByText('This record has been added.'))
    .first()
    .waitFor();
  const problem = page.locator('.govuk-error-summary');
  if ((await problem.count()) > 0) throw new Error(`${page.url()}: ${await problem.innerText()}`);
  const done = page.locator('main');
  for (const says of happened) expect(await done.innerText()).toContain(says);
  if (!again) await look(page, picture && `${picture}-done`);
}

/** Gives a task that nobody has yet to a person. */
export async function giveTask(page: Page, what: string, family: string, to: string): Promise<void> {
  await page.getByRole('link', { name: /^Not yet allocated/ }).click();
  await page.getByRole('button', { name: `Give: ${what}, ${family}` }).click();
  await page.getByLabel(`Give “${what}” for ${family} to`).selectOption({ label: to });
  await page.locator('.tl-task__give').getByRole('button', { name: 'Give' }).click();
  await page.getByText(`Given to ${to}: ${what}`).waitFor({ state: 'attached' });
}
