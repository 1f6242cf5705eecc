import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPages } from './support/built-pages.ts';

const pages = builtPages();

describe('the drawing', () => {
  it('writes names where children are and leaves the bpmn.io mark in plain sight', async () => {
    const { page, close } = await pages.open('/families/c-ashdown');
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
    const { page, close } = await pages.open('/families/c-ashdown');
    const inside = page.locator('.tl-plane', { hasText: 'Section 47 enquiry' }).first();
    await inside.click();
    expect(await inside.getAttribute('aria-pressed')).toBe('true');
    await close();
  });
});

describe('what a browser loads', () => {
  const sizeOf = (wanted: (name: string) => boolean): number =>
    readdirSync(join(pages.dist(), 'assets'))
      .filter((name) => name.endsWith('.js') && wanted(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(pages.dist(), 'assets', name))).length, 0);

  it('is under 60 kB for the whole application and under 60 kB for the drawing’s code', () => {
    expect(sizeOf((name) => !name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
    expect(sizeOf((name) => name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
  });

  it('holds no script in the page itself and no font of GOV.UK', () => {
    const html = readFileSync(join(pages.dist(), 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(readdirSync(join(pages.dist(), 'assets')).filter((name) => /\.woff2?$|crown/i.test(name))).toEqual(
      [],
    );
  });
});
