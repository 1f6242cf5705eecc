import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { startFixture, type Fixture } from '../../support/fixture-api.ts';

export interface Opened {
  page: Page;
  /** what the browser complained of: faults, broken policy */
  problems: string[];
  close: () => Promise<void>;
}

export interface Pages {
  fixture: () => Fixture;
  open: (path: string, width?: number) => Promise<Opened>;
}

/** The built pages in a real browser under the real content security policy, with invented data. */
export function builtPages(): Pages {
  let fixture: Fixture;
  let browser: Browser;
  beforeAll(async () => {
    fixture = await startFixture(inject('pages'));
    browser = await chromium.connect(inject('browser'));
  });
  beforeEach(() => {
    fixture.renew();
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });
  return {
    fixture: () => fixture,
    open: (path, width) => openPage(browser, fixture, path, width),
  };
}

async function openPage(browser: Browser, fixture: Fixture, path: string, width = 1280): Promise<Opened> {
  const signedOut = path.startsWith('/sign-in') || path.startsWith('/first');
  fixture.state.signedIn = signedOut ? undefined : 'priya';
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) problems.push(message.text());
  });
  await page.goto(fixture.url + path);
  await page.waitForSelector('h1');
  return { page, problems, close: () => context.close() };
}

/** Everything that was asked for is on the page. */
export async function loaded(page: Page): Promise<void> {
  await page.locator('.tl-loading').first().waitFor({ state: 'detached' });
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** Through the browser's own debugger, since the page's policy rightly lets no script in. */
export async function axeFindings(page: Page): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run: (on: Document) => Promise<AxeResult> } };
    const { violations } = await run.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
