import { describe, expect, it } from 'vitest';
import { builtPages } from '../../web-components/support/built-pages.ts';

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
