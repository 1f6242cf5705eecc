import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { inject } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let connected: Promise<Browser> | undefined;

/** A person at a browser of their own; faults of the pages are kept, to be asked for at the end. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  faults: string[];
  /** what went wrong up to here was part of the story */
  forgive(): void;
  leave(): Promise<void>;
}

/** Opens a browser of its own (its own cookies, its own tab) at an address of the server. */
export async function visitor(url: string, width = 1280): Promise<Visitor> {
  connected ??= chromium.connect(inject('browser'));
  const browser = await connected;
  const context = await browser.newContext({
    ...{ baseURL: url, viewport: { width, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript({ path: axe });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  // what a page asks about the moment in which its person signs out is refused, as it should be
  let isSignedOut = false;
  const asked = new Set<Request>();
  const forgiven = new WeakSet<Request>();
  page.on('request', (request) => {
    if (request.url().endsWith('/api/sign-out')) {
      isSignedOut = true;
      for (const earlier of asked) forgiven.add(earlier);
    }
    if (isSignedOut) forgiven.add(request);
    asked.add(request);
  });
  page.on('requestfailed', (request) => asked.delete(request));
  page.on('response', (response) => {
    const request = response.request();
    asked.delete(request);
    if (request.method() === 'POST' && request.url().endsWith('/sign-in')) isSignedOut = false;
    if (response.status() === 401 && forgiven.has(request)) return;
    if (response.status() >= 400)
      faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  page.on('console', (said) => {
    if (said.text().includes('Content Security Policy')) faults.push(said.text());
  });
  return { page, context, faults, forgive: () => void faults.splice(0), leave: () => context.close() };
}

/** Signs in as an invented person, from wherever the page is. */
export async function signIn(page: Page, name: string): Promise<void> {
  if (new URL(page.url(), 'http://nowhere').pathname !== '/sign-in') await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.getByRole('heading', { level: 1, name: /^(Today|My work|The pathway)$/ }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Who would you like to be?' }).waitFor();
}
