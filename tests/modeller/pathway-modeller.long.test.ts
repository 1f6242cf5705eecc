import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../web-components/support/built-pages.ts';
import type { PathwayModeller } from '../../modeller/pathway-modeller.ts';
import { modellerPage, redesigned } from './support/modeller-page.ts';

const pages = modellerPage();
let page: Page;
let problems: string[];

beforeAll(async () => {
  ({ page, problems } = await pages.open(redesigned()));
});

afterEach(() => {
  expect(problems).toEqual([]);
});

/** Shows one of the editor's views, as the page's tabs do. */
const show = (view: 'drawing' | 'outline' | 'forms' | 'dictionary', focusOn: object = {}): Promise<void> =>
  page.evaluate(
    ([wanted, focus]) => {
      const editor = document.querySelector('pathway-modeller');
      if (editor) Object.assign(editor, { view: wanted, focusOn: focus });
    },
    [view, focusOn] as const,
  );

const canonical = (): Promise<string> => page.evaluate(() => window.inPage.canonical());

describe('the editor of the pathway', () => {
  it('has nothing on its palette that could not run', async () => {
    const offered = await page
      .locator('.djs-palette .entry')
      .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('title')));
    expect(offered).toEqual([
      ...['Move the drawing', 'Choose several', 'Make room', 'Draw a way from one to another'],
      ...['A step', 'A stage', 'A question', 'Side by side', 'A wait', 'News or time that ends it', 'An end'],
      ...['A shared piece', 'A note', 'A strand'],
    ]);
  });

  it('leaves the bpmn.io mark in plain sight', async () => {
    const mark = page.locator('.bjs-powered-by');
    await mark.scrollIntoViewIfNeeded();
    const onTop = await mark.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
    });
    expect(onTop).toBe(true);
  });

  it('a press on a shape shows who does it, by when and why, and its pad begins an operation', async () => {
    await show('drawing', { element: 'screen-contact' });
    const panel = page.locator('pathway-panel');
    await panel.getByText('Front-door social worker', { exact: true }).waitFor();
    await panel.getByText('Why this step exists').first().waitFor();
    await page.locator('.djs-context-pad .entry[title="Reword"]').click();
    await panel.locator('form[data-operation="rename"]').waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.locator('button[data-operation="rename"]:focus').waitFor();
  });

  it('a press on the palette begins what it shows, at what is chosen', async () => {
    await show('drawing', { element: 'record-contact' });
    await page.locator('.djs-palette .entry[title="A step"]').click();
    await page.locator('pathway-panel form[data-operation="add-step-after"]').waitFor();
    await page.locator('pathway-panel').getByRole('button', { name: 'Cancel' }).click();
  });

  it('says at once what the checks find, on the shape and beside the entry, and takes it back', async () => {
    const before = await canonical();
    await page.evaluate(() =>
      window.inPage.perform('drawing', 'record-contact', 'add-step-after', { name: 'Reflection' }),
    );
    await page.locator('.tl-mark--error').first().waitFor();
    await page.locator('pathway-panel .tl-finding', { hasText: 'does not say what is done' }).waitFor();
    await page.evaluate(() => window.inPage.undo());
    await page.locator('.tl-mark--error').first().waitFor({ state: 'detached' });
    expect(await canonical()).toBe(before);
  });

  it('marks the steps that ask what is asked elsewhere too, in drawing and outline', async () => {
    await page.evaluate(() => {
      const asked = { form: 'screening', formTitle: '', stepName: '', question: 'q', label: '' };
      const duplicates = {
        askedTwice: [{ term: 'contactOutcome', name: '', timesOnUsual: 2, asked: [asked] }],
        looksSame: [],
      };
      Object.assign(document.querySelector('pathway-modeller') ?? {}, { duplicates });
    });
    await show('drawing', { element: 'screen-contact' });
    await page.locator('.tl-again', { hasText: '1 asked elsewhere too' }).waitFor();
    expect(await page.locator('.tl-again').count()).toBe(1);
    await show('outline', { element: 'screen-contact' });
    await page
      .locator('[data-entry="screen-contact"] .tl-badge', { hasText: '1 asked elsewhere too' })
      .waitFor();
  });

  it('has one history over drawing, outline and forms', async () => {
    const before = await canonical();
    await page.evaluate(() =>
      window.inPage.perform('drawing', 'record-contact', 'rename', { name: 'Note it' }),
    );
    const drawn = await canonical();
    await page.evaluate(() => {
      document
        .querySelector<PathwayModeller>('pathway-modeller')
        ?.changeFiles({ 'roles.json': '[]\n' }, 'A change of what lies beside');
    });
    const beside = await canonical();
    await page.evaluate(() =>
      window.inPage.perform('outline', 'screen-contact', 'why', { text: 'Because.' }),
    );
    for (const wanted of [beside, drawn, before]) {
      await page.evaluate(() => window.inPage.undo());
      expect(await canonical()).toBe(wanted);
    }
  });

  it('the outline adds a step by keyboard alone, says so, and leaves the focus on it', async () => {
    await show('outline', { element: 'record-contact' });
    await page.locator('[data-entry="record-contact"] button:focus').waitFor();
    const entry = page.locator('[data-entry="record-contact"]');
    await entry.locator('button[data-operation="add-step-after"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('form[data-operation="add-step-after"] input:focus').waitFor();
    await page.keyboard.type('Call the family');
    await page.keyboard.press('Enter');
    await page.locator('[data-entry="call-the-family"] button:focus').first().waitFor();
    expect(await page.locator('pathway-modeller > [role="status"]').textContent()).toContain(
      'Add a step after this',
    );
    await page.evaluate(() => window.inPage.undo());
  });

  it('builds a condition in words and never shows how it is written down', async () => {
    await show('outline', { element: 'is-it-a-referral-to-referral' });
    const entry = page.locator('[data-entry="is-it-a-referral-to-referral"]');
    await entry.locator('button[data-operation="condition"]').click();
    const form = entry.locator('form[data-operation="condition"]');
    await form.getByLabel('How').selectOption({ label: 'is' });
    await form.getByRole('button', { name: 'Add another' }).click();
    await form.getByLabel('What is asked about').nth(1).selectOption({ label: 'The child is not yet born' });
    expect(await form.textContent()).not.toMatch(/contactOutcome|unborn|= "/);
    await form.getByRole('button', { name: 'Do it' }).click();
    await entry.locator('.tl-outline__says', { hasText: 'and the child is not yet born' }).first().waitFor();
    await page.evaluate(() => window.inPage.undo());
  });

  it('moves nothing by hand while it may only be looked at', async () => {
    await show('drawing', { element: 'screen-contact' });
    const before = await page.evaluate(() => window.inPage.xml());
    const drag = async (): Promise<string> => {
      const box = await page.locator('.djs-shape[data-element-id="screen-contact"]').boundingBox();
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 40);
      await page.mouse.down();
      await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 120, { steps: 5 });
      await page.mouse.up();
      return page.evaluate(() => window.inPage.xml());
    };
    const may = (mayEdit: boolean): Promise<void> =>
      page.evaluate((on) => {
        Object.assign(document.querySelector('pathway-modeller') ?? {}, { mayEdit: on });
      }, mayEdit);
    await may(false);
    expect(await drag()).toBe(before);
    await may(true);
    expect(await drag()).not.toBe(before);
    await page.evaluate(() => window.inPage.undo());
  });

  it('has no axe finding in drawing and outline', async () => {
    await show('drawing', { element: 'screen-contact' });
    expect(await axeFindings(page)).toEqual([]);
    await show('outline', { element: 'screen-contact' });
    await page.locator('[data-entry="screen-contact"] pathway-entry').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 400, height: 900 });
    for (const view of ['drawing', 'outline'] as const) {
      await show(view, { element: 'screen-contact' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([view, wide]).toEqual([view, 400]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
