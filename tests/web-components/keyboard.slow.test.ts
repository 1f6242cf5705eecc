import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, builtPages, loaded } from './support/built-pages.ts';

const pages = builtPages();

describe('by keyboard', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());

  it('the first stop of a page leads past everything that is the same on all', async () => {
    const { page, close } = await pages.open('/work');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });

  it('a page is opened with the focus on its heading and a title of its own', async () => {
    const { page, close } = await pages.open('/work');
    await page.getByRole('link', { name: 'Cases by stage' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Cases by stage' }).waitFor();
    await expect.poll(() => focused(page)).toBe('Cases by stage');
    expect(await page.title()).toBe('Cases by stage – Throughline');
    await close();
  });

  it('on a telephone the header is a few lines, and its menu unfolds and folds where the focus stands', async () => {
    const { page, close } = await pages.open('/work', 400);
    const header = page.getByRole('banner');
    const menu = header.getByRole('button', { name: 'Menu' });
    expect((await header.boundingBox())?.height).toBeLessThan(120);
    expect(await header.getByRole('link').allInnerTexts()).toEqual(['Throughline']);
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Menu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Priya Nair');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Menu');
    expect(await header.getByRole('link', { name: 'Cases by stage' }).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await header.getByRole('link', { name: 'Cases by stage' }).press('Enter');
    await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => focused(page)).toBe('Cases by stage');
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await menu.isVisible()).toBe(false);
    expect(await header.getByRole('link', { name: 'Measures' }).isVisible()).toBe(true);
    await close();
  });

  it('what changed is put away, and the focus stays where it stood', async () => {
    const { page, close } = await pages.open('/today');
    await page.getByRole('button', { name: 'I have seen these' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nobody else has done anything in them since').waitFor();
    expect(await focused(page)).toBe('What changed in your families');
    expect(await page.locator('main').innerText()).toContain('Nothing is due today.');
    await close();
  });

  it.each([
    '/work?view=team',
    '/families/c-ashdown',
    '/tasks/t-enquiry?section=thinking',
    '/stages?show=board',
  ])('every stop on %s can be seen, and none is a trap', async (path) => {
    const { page, close } = await pages.open(path);
    await loaded(page);
    const seen = new Set<string>();
    for (let stop = 0; stop < 200; stop += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(stopSeen);
      if (at === undefined) break;
      expect(at.hidden ? at.what : '').toBe('');
      seen.add(at.what);
    }
    expect(seen.size).toBeGreaterThan(8);
    expect([...seen].some((what) => what.includes('Help'))).toBe(true);
    await close();
  });

  it('a row that was dealt with leaves its list, and the focus goes on to the one in its place', async () => {
    const { page, close } = await pages.open('/oversight/worklists/late');
    await page
      .getByRole('button', { name: 'Say why it is late: Write the assessment, Ashdown 0' })
      .press('Enter');
    await page.getByLabel('Why is it late?').fill('The referrer was away');
    await page.keyboard.press('Enter');
    const next = 'Featherstonehaugh-Cholmondeley-Wolstenholme';
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? ''))
      .toContain(next);
    expect(await page.getByText('Ashdown 0', { exact: true }).count()).toBe(0);
    await page
      .getByRole('button', { name: /^Take further/ })
      .first()
      .press('Enter');
    await page.getByLabel('To whom?').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Take further');
    await close();
  });

  it('the menu of what can be added closes with Escape and gives the focus back', async () => {
    const { page, close } = await pages.open('/families/c-ashdown?view=records');
    await page.getByRole('button', { name: 'Add' }).press('Enter');
    await page.getByRole('link', { name: 'Case note' }).focus();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Add');
    expect(await page.getByRole('link', { name: 'Case note' }).isVisible()).toBe(false);
    await close();
  });
});

/** Runs in the page: what has the focus, and whether something lies over it or it is out of sight. */
function stopSeen(): { what: string; hidden: boolean } | undefined {
  const at = document.activeElement;
  if (!at || at === document.body) return undefined;
  const label = at.matches('input') ? document.querySelector(`label[for="${CSS.escape(at.id)}"]`) : null;
  const shown = label ?? at;
  const box = shown.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
  const covered =
    middle !== null && !shown.contains(middle) && !middle.contains(shown) && !at.contains(middle);
  const outside = box.bottom < 0 || box.top > window.innerHeight;
  const what = `${at.tagName} ${at.id} ${(shown.textContent ?? '').trim().slice(0, 60)}`;
  return { what, hidden: covered || outside || box.height < 1 };
}
