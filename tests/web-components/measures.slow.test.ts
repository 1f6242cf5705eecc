import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtPages, loaded } from './support/built-pages.ts';

const pages = builtPages();

/** Goes on with the tabulator until the element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the tabulator never reaches ${selector}`);
}

describe('a measure in the browser', () => {
  it('says the same as a drawing, a table and a file, by keyboard alone', async () => {
    const { page, problems, close } = await pages.open('/measures/M13');
    await page.locator('.tl-chart__drawing').nth(1).waitFor();
    await tabTo(page, '.tl-chart__figures summary');
    await page.keyboard.press('Enter');
    const lines = await page
      .locator('tl-chart')
      .first()
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
    expect(lines).toHaveLength(13);
    expect(lines[1]).toEqual(['Oct 2025', '62.5\u00a0%', '5', '8']);
    expect(lines[5]).toEqual(['Feb 2026', 'not known', '0', '0']);
    await tabTo(page, '.tl-chart__csv');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('within-15-working-days-month-by-month.csv');
    const parts: unknown[] = await (await download.createReadStream()).toArray();
    const text = Buffer.concat(parts as Buffer[]).toString('utf8');
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF"Month","Within 15 working days","Counted","Of"',
      '"2025-10",62.5,5,8',
    ]);
    expect(problems).toEqual([]);
    await close();
  });

  it('is drawn anew for a narrow screen, with letters as large', async () => {
    const { page, close } = await pages.open('/measures/M13');
    const drawing = page.locator('.tl-chart__drawing').first();
    await drawing.waitFor();
    const letters = (): Promise<number> =>
      drawing
        .locator('text')
        .first()
        .evaluate((text) => text.getBoundingClientRect().height);
    const before = await letters();
    await page.setViewportSize({ width: 400, height: 900 });
    await page.waitForFunction(
      () => Number(document.querySelector('.tl-chart__drawing')?.getAttribute('width')) < 400,
    );
    expect(await letters()).toBeCloseTo(before, 0);
    await close();
  });

  it('leads from the list to who is in it, page by page, the period kept in the address', async () => {
    const { page, close } = await pages.open('/measures');
    await loaded(page);
    await page.getByLabel('Period').selectOption({ label: 'Last month' });
    await page.waitForURL(/from=2026-08-01&to=2026-08-31/);
    await page.getByRole('link', { name: 'Initial conferences within 15 working days' }).click();
    await page.waitForURL(/measures\/M13\?from=2026-08-01&to=2026-08-31/);
    await page.getByRole('link', { name: /^Not counted/ }).click();
    await page.waitForURL(/which=others/);
    await page.getByRole('link', { name: /^Counted/ }).click();
    const rows = page.locator('.tl-measure-rows tbody tr');
    await rows.nth(99).waitFor();
    expect(await rows.count()).toBe(100);
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(199).waitFor();
    await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
    await close();
  });

  it('leaves its mark when it is printed, with the families in the list', async () => {
    for (const [path, kind, id] of [
      ['/measures/M13', 'measure', 'M13'],
      ['/oversight/funnel/referral?outcome=assessment', 'passage', 'referral'],
    ] as const) {
      const { page, close } = await pages.open(path);
      await page.locator('.tl-measure-rows tbody tr').nth(99).waitFor();
      const sent = page.waitForRequest('**/api/prints');
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const said = (await sent).postDataJSON() as { cases: string[] };
      expect(said, path).toMatchObject({ kind, id });
      expect(said.cases).toHaveLength(100);
      await close();
    }
  });
});
