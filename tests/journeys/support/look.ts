import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const screenshots = join(import.meta.dirname, '..', 'screenshots');
mkdirSync(screenshots, { recursive: true });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const wide = { width: 1280, height: 900 };
const narrow = { width: 400, height: 900 };

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Nobody is shut out: no axe finding on the page, or in the part of it that `within` names. */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  const found = await page.evaluate(
    async ([part, tags]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(on: unknown, how: unknown): Promise<AxeResult> };
      };
      const result = await axe.run(part, { runOnly: tags, resultTypes: ['violations'] });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
      );
    },
    [within, rules] as const,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** The page itself never has to be moved sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${page.url()} is wider than the window by so many pixels`).toBeLessThanOrEqual(0);
}

/** Keeps a picture of the whole page for people to look at, when they ask for it: `PICTURES=yes`. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === 'yes') await capture(page, name);
}

/** Keeps what a screen shows from there on, on a desk and on a telephone, as pictures of `docs/` are: `PICTURES=yes`. */
export async function screenFrom(page: Page, from: Locator, name: string): Promise<void> {
  if (process.env['PICTURES'] !== 'yes') return;
  for (const [size, suffix] of [
    [narrow, '-400'],
    [wide, ''],
  ] as const) {
    await page.setViewportSize(size);
    await from.evaluate((element) => {
      element.scrollIntoView();
      scrollBy(0, -24);
    });
    await page.screenshot({ path: join(screenshots, `${name}${suffix}.png`) });
  }
}

/** Takes the picture whatever was asked, for instance of where a journey broke off. */
export async function capture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

/** Everything a page must be; with a name, a picture of it too. */
export async function look(page: Page, name?: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSideways(page);
  if (name) await photograph(page, name);
}

/** Looks at the page as it stands on a desk and on a telephone. */
export async function lookBothWidths(page: Page, name: string): Promise<void> {
  await look(page, name);
  await page.setViewportSize(narrow);
  await look(page, `${name}-400`);
  await page.setViewportSize(wide);
}
