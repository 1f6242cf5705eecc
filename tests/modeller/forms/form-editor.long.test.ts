import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../web-components/support/built-pages.ts';
import { modellerPage, redesigned } from '../support/modeller-page.ts';
import type { PathwayModeller } from '../../../modeller/pathway-modeller.ts';

const editor = modellerPage();
const form = 'referral-decision';

/** Opens the forms of the shipped pathway on one form, as a link to it does. */
async function openForm(page: Page, question?: string): Promise<void> {
  await page.evaluate(
    ({ form: id, question: asked }) => {
      const modeller = document.querySelector('pathway-modeller') as PathwayModeller;
      modeller.base = modeller.files;
      modeller.view = 'forms';
      modeller.focusOn = { form: id, ...(asked ? { question: asked } : {}) };
    },
    { form, ...(question ? { question } : {}) },
  );
  await page.locator('form-editor .tl-qlist').first().waitFor();
}

/** What the form asks now, in order, as the draft holds it. */
const asked = (page: Page): Promise<string[]> =>
  page.evaluate((id) => {
    const { files } = document.querySelector('form-editor') as HTMLElement & {
      files: Record<string, string>;
    };
    const { layout } = JSON.parse(files[`forms/${id}.json`] ?? '') as {
      layout: { questions: { id: string; label: string }[] }[];
    };
    return layout.flatMap(({ questions }) => questions.map(({ label }) => label));
  }, form);

/** Presses Tab until the stop with this name has the focus. */
async function tabTo(page: Page, name: string, most = 80): Promise<void> {
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      const label = at?.id ? document.querySelector(`label[for="${CSS.escape(at.id)}"]`) : null;
      return (label ?? at)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    });
    if (said === name) return;
  }
  throw new Error(`no stop called “${name}”`);
}

describe('forms, changed by keyboard alone', () => {
  it('a question is moved, reworded, made conditional, copied and removed; all of it can be undone', async () => {
    const { page, problems } = await editor.open(redesigned());
    await openForm(page);
    const before = await asked(page);
    await page.locator('#form-chosen').focus();
    await tabTo(page, 'Move up: What else does [child] need at the same time?');
    await page.keyboard.press('Enter');
    const moved = await asked(page);
    expect(moved.indexOf('What else does [child] need at the same time?')).toBe(
      before.indexOf('What else does [child] need at the same time?') - 1,
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('do-up-alsoNeeded');

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Question', 20);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('What else would help [child] now?');
    await page.keyboard.press('Tab');
    expect(await asked(page)).toContain('What else would help [child] now?');
    expect(await page.locator('tl-form-differences').innerText()).toContain(
      'What else would help [child] now?',
    );

    await tabTo(page, 'When it is asked Always asked.');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Ask it only when …');
    await page.keyboard.press('Enter');
    await page
      .locator('#q-of-alsoNeeded', { hasText: 'Only when “What happens next for [child]?” is answered' })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.locator('#do-copy-alsoNeeded').press('Enter');
    expect((await asked(page)).length).toBe(before.length + 1);
    await page.locator('#do-remove-alsoNeeded').press('Enter');
    await page.locator('tl-remove-question h4').waitFor();
    await tabTo(page, 'Remove', 6);
    await page.keyboard.press('Enter');
    expect(await asked(page)).not.toContain('What else would help [child] now?');

    await page.evaluate(() => {
      const modeller = document.querySelector('pathway-modeller') as PathwayModeller;
      while (modeller.canUndo) modeller.undo();
    });
    await expect.poll(() => asked(page)).toEqual(before);
    expect(await page.locator('tl-form-differences').innerText()).toContain('Nothing is different');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('a question is added in three steps, with a new term, and shown to three siblings', async () => {
    const { page, problems } = await editor.open(redesigned());
    await openForm(page);
    await page.locator('#add-what-happens-next').press('Enter');
    await page.locator('#add-type-short-text').press(' ');
    await tabTo(page, 'Continue', 12);
    await page.keyboard.press('Enter');
    await page.locator('#add-label').waitFor();
    for (const [field, text] of [
      ['#add-label', 'What does [child] like to be called?'],
      ['#add-purpose', 'So that we call them that'],
      ['#add-term', 'Name they like'],
    ] as const) {
      await page.locator(field).focus();
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.locator('#add-term-meaning').focus();
    await page.keyboard.type('What a child likes to be called');
    await tabTo(page, 'Add “Name they like” to the dictionary', 4);
    await page.keyboard.press('Enter');
    await page.locator('#add-per').selectOption('child');
    await tabTo(page, 'Continue', 30);
    await page.keyboard.press('Enter');
    await page.locator('tl-add-question tl-form-preview').waitFor();
    await page.locator('#previewnew-children').selectOption('three');
    expect(await page.locator('tl-add-question tl-question').count()).toBe(3);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add this question' }).press('Enter');
    expect((await asked(page)).at(-1)).toBe('What does [child] like to be called?');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('do-change-whatDoesChildLikeToBe');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('forms and dictionary on a narrow screen', () => {
  it('hold everything within 400 px, and axe finds nothing', async () => {
    const { page, problems } = await editor.open(redesigned(), 400);
    await openForm(page, 'primaryNeed');
    await page.locator('tl-question-details').waitFor();
    await page.evaluate(() =>
      document
        .querySelectorAll('tl-question-details details')
        .forEach((one) => ((one as HTMLDetailsElement).open = true)),
    );
    const widest = (selector: string): Promise<number> =>
      page.evaluate((inside) => {
        const all = [...document.querySelectorAll(`${inside} *`)];
        return Math.max(...all.map((one) => one.getBoundingClientRect().right));
      }, selector);
    expect(await widest('form-editor')).toBeLessThanOrEqual(400);
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate(() => {
      (document.querySelector('pathway-modeller') as PathwayModeller).view = 'dictionary';
    });
    await page.locator('#dictionary-find').fill('need');
    await page.locator('tl-term-entry button').first().press('Enter');
    expect(await widest('pathway-dictionary')).toBeLessThanOrEqual(400);
    expect(await axeFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
