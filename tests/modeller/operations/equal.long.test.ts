import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPathway } from '../../../engine/pathway/index.ts';
import { operations } from '../../../modeller/operations/index.ts';
import { canonical } from '../support/canonical.ts';
import { modellerPage, redesigned } from '../support/modeller-page.ts';
import { cases } from './cases.ts';

const pages = modellerPage();
const opened = redesigned();
const moddle = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../processes/pathway.moddle.json'), 'utf8'),
) as object;

let page: Page;
let problems: string[];
let before = '';

beforeAll(async () => {
  ({ page, problems } = await pages.open(opened));
  before = await page.evaluate(() => window.inPage.canonical());
});

describe('what can be done in the drawing can be done in the outline', () => {
  it('the table has an example of every operation, and none of another', () => {
    expect(Object.keys(cases).sort()).toEqual(operations.map(({ id }) => id).sort());
  });

  it.each(operations.map(({ id, name }) => [id, name]))('%s: “%s” gives the same pathway', async (id) => {
    const { on, answers } = cases[id] ?? { on: '', answers: {} };
    const done: string[] = [];
    for (const view of ['outline', 'drawing'] as const) {
      const wrong = await page.evaluate(
        ([where, what, how, said]) => window.inPage.perform(where, what, how, said),
        [view, on, id, answers] as const,
      );
      expect(wrong).toBe('');
      const now = await page.evaluate(() => window.inPage.canonical());
      expect(now).not.toBe(before);
      expect(await page.evaluate(() => window.inPage.overlaps())).toEqual([]);
      if (view === 'outline') expect(await readAgain()).toBe(now);
      done.push(now);
      await page.evaluate(() => window.inPage.undo());
      expect(await page.evaluate(() => window.inPage.canonical())).toBe(before);
      if (view === 'outline') continue;
      await page.evaluate(() => window.inPage.redo());
      expect(await page.evaluate(() => window.inPage.canonical())).toBe(now);
      await page.evaluate(() => window.inPage.undo());
    }
    expect(done[0]).toBe(done[1]);
    expect(problems).toEqual([]);
  });
});

/** What the server would read from what is saved. */
async function readAgain(): Promise<string> {
  const { pathway } = await readPathway(await page.evaluate(() => window.inPage.xml()), moddle);
  const files = { ...opened };
  for (const [path, text] of await page.evaluate(() => window.inPage.changed())) {
    if (text === null) delete files[path];
    else files[path] = text;
  }
  return canonical(pathway, files, opened);
}
