import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { startFixture, type Fixture } from '../support/fixture-api.ts';

/** Every page as it is built, in a real browser under the real content security policy, with invented data. */
let dist: string;
let fixture: Fixture;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'pages-'));
  // What is measured is what production loads: without this the test's own mode brings development builds in.
  vi.stubEnv('NODE_ENV', 'production');
  await build({ logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  fixture = await startFixture(dist);
  browser = await chromium.connect(inject('browser'));
});

beforeEach(() => {
  fixture.renew();
});

afterAll(async () => {
  await browser?.close();
  await fixture?.close();
  await rm(dist, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  problems: string[];
  close: () => Promise<void>;
}

async function open(path: string, width = 1280): Promise<Opened> {
  fixture.state.signedIn = path.startsWith('/sign-in') || path.startsWith('/first') ? undefined : 'priya';
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
async function loaded(page: Page): Promise<void> {
  await page.locator('.tl-loading').first().waitFor({ state: 'detached' });
}

/** Through the browser's own debugger, since the page's policy rightly lets no script in. */
async function axeFindings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run: (on: Document) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const pages: [string, string, ((page: Page) => Promise<void>)?][] = [
  ['signing in', '/sign-in'],
  ['the first account', '/first-administrator?token=x'],
  ['my work', '/work'],
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
  ['a person', '/people/p-ella'],
  ['a family one may not see', '/families/c-restricted'],
  ['help', '/help'],
  ['an address without a page', '/nowhere'],
];

describe.each([1280, 400])('at %i pixels', (width) => {
  it.each(pages)('%s is accessible, fits, and breaks no policy', async (_name, path, act) => {
    const { page, problems, close } = await open(path, width);
    await loaded(page);
    await act?.(page);
    expect(await axeFindings(page)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('by keyboard', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());

  it('the first stop of a page leads past everything that is the same on all', async () => {
    const { page, close } = await open('/work');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });

  it('a page is opened with the focus on its heading and a title of its own', async () => {
    const { page, close } = await open('/work');
    await page.getByRole('link', { name: 'Cases by stage' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Cases by stage' }).waitFor();
    await expect.poll(() => focused(page)).toBe('Cases by stage');
    expect(await page.title()).toBe('Cases by stage – Throughline');
    await close();
  });

  it.each([
    '/work?view=team',
    '/families/c-ashdown',
    '/tasks/t-enquiry?section=thinking',
    '/stages?show=board',
  ])('every stop on %s can be seen, and none is a trap', async (path) => {
    const { page, close } = await open(path);
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

  it('the menu of what can be added closes with Escape and gives the focus back', async () => {
    const { page, close } = await open('/families/c-ashdown?view=records');
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

describe('a form', () => {
  it('saves by itself, keeps what is typed while the line is lost, and sends it when it is back', async () => {
    const { page, close } = await open('/tasks/t-enquiry?section=thinking');
    await page.locator('#parentsAccount').fill('She told us herself.');
    await page.locator('.tl-saved', { hasText: 'Saved 15:32' }).first().waitFor();
    fixture.state.offline = true;
    await page.locator('#parentsAccount').fill('She told us herself, twice.');
    await page.locator('.tl-saved--not').waitFor();
    expect(await page.locator('#parentsAccount').inputValue()).toBe('She told us herself, twice.');
    fixture.state.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('.tl-saved--not').waitFor({ state: 'detached' });
    expect(fixture.state.drafts['t-enquiry']?.['parentsAccount']?.value).toBe('She told us herself, twice.');
    await close();
  });

  it('that two people write shows both texts and loses neither', async () => {
    const { page, close } = await open('/tasks/t-enquiry?section=decision');
    const drafts = (fixture.state.drafts['t-enquiry'] ??= {});
    await page.locator('#why').waitFor();
    drafts['why'] = {
      value: 'Because of the bruise.',
      revision: 5,
      by: { id: 'dermot', name: 'Dermot Hale' },
      at: '2026-09-24T13:30:00.000Z',
    };
    await page.locator('#why').fill('Because of the baby.');
    await page.getByText('Dermot Hale changed this answer too').waitFor();
    expect(await page.locator('tl-two-texts').innerText()).toContain('Because of the bruise.');
    await page.getByRole('button', { name: 'Put both together' }).click();
    await expect
      .poll(() => fixture.state.drafts['t-enquiry']?.['why']?.value)
      .toBe('Because of the bruise.\n\nBecause of the baby.');
    await close();
  });

  it('that somebody else completed first keeps what was written and says who and when', async () => {
    const { page, close } = await open('/tasks/t-visit');
    await page.locator('textarea, tl-answer-text input').first().fill('Nana was there.');
    await page.locator('.tl-saved').first().waitFor();
    const task = fixture.state.tasks.find(({ id }) => id === 't-visit');
    if (task) task.completed = { by: { id: 'dermot', name: 'Dermot Hale' }, at: '2026-09-24T13:31:00.000Z' };
    for (const tell of fixture.state.listeners) tell({ kind: 'tasks', case: 'c-okoro', task: 't-visit' });
    await page.getByText('Dermot Hale completed this task at 14:31').waitFor();
    expect(await page.locator('main').innerText()).toContain('Nana was there.');
    await close();
  });

  it('leaves nothing of what was typed on the machine', async () => {
    const { page, close } = await open('/tasks/t-enquiry?section=thinking');
    await page.locator('#whyLate').fill('Very private words.');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('private');
    await close();
  });
});

describe('the queue', () => {
  it('shows new work by itself, says so politely, and leaves the focus where it is', async () => {
    const { page, close } = await open('/work');
    const link = page.getByRole('link', { name: 'Visit the child' });
    await link.focus();
    const [first] = fixture.state.tasks;
    if (first)
      fixture.state.tasks.unshift({
        ...first,
        id: 't-new',
        what: 'Read the letter',
        assignee: { id: 'priya', name: 'Priya Nair' },
      });
    for (const tell of fixture.state.listeners) tell({ kind: 'tasks' });
    await page.getByRole('link', { name: 'Read the letter' }).waitFor();
    expect(await page.locator('#tl-announcements').innerText()).toContain('New task: Read the letter');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it('keeps its filters when one comes back, without a word that was typed', async () => {
    const { page, close } = await open('/work');
    await page.getByLabel('Stage').selectOption('protection-plan');
    await page.getByLabel('Family or child').fill('Okoro');
    await page.waitForURL(/stage=protection-plan/);
    await page.getByRole('link', { name: 'Cases by stage' }).click();
    await page.getByRole('link', { name: 'My work' }).click();
    await page.locator('h1', { hasText: 'My work' }).waitFor();
    expect(await page.getByLabel('Stage').inputValue()).toBe('protection-plan');
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + location.href);
    expect(kept).not.toContain('Okoro');
    await close();
  });
});

describe('the drawing', () => {
  it('writes names where children are and leaves the bpmn.io mark in plain sight', async () => {
    const { page, close } = await open('/families/c-ashdown');
    await page.locator('pathway-drawing .tl-here', { hasText: 'Ella' }).first().waitFor();
    const mark = page.locator('.bjs-powered-by');
    expect(await mark.isVisible()).toBe(true);
    await mark.scrollIntoViewIfNeeded();
    const onTop = await mark.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
    });
    expect(onTop).toBe(true);
    await close();
  });

  it('shows the inside of a stage on request', async () => {
    const { page, close } = await open('/families/c-ashdown');
    const inside = page.locator('.tl-plane', { hasText: 'Section 47 enquiry' }).first();
    await inside.click();
    expect(await inside.getAttribute('aria-pressed')).toBe('true');
    await close();
  });
});

describe('what a browser loads', () => {
  const sizeOf = (wanted: (name: string) => boolean): number =>
    readdirSync(join(dist, 'assets'))
      .filter((name) => name.endsWith('.js') && wanted(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0);

  it('is under 60 kB for the whole application and under 60 kB for the drawing’s code', () => {
    expect(sizeOf((name) => !name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
    expect(sizeOf((name) => name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
  });

  it('holds no script in the page itself and no font of GOV.UK', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(readdirSync(join(dist, 'assets')).filter((name) => /\.woff2?$|crown/i.test(name))).toEqual([]);
  });
});
