import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Stop {
  /** what a screen reader would call it, shortly */
  name: string;
  tag: string;
  key: string;
  value: string;
  visible: boolean;
  marked: boolean;
}

/** Presses Tab until the focus is where it should be; on the way every stop must be seen to have the focus. */
export async function tabTo(page: Page, what: string, isThere: (stop: Stop) => boolean): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    // past the last stop the focus is with the browser itself, and comes back to the top
    if (stop.tag === 'body') continue;
    expect(stop.visible, `“${stop.name}” has the focus out of sight on ${page.url()}`).toBe(true);
    expect(stop.marked, `“${stop.name}” does not show that it has the focus on ${page.url()}`).toBe(true);
    passed.push(stop.name);
    if (isThere(stop)) return;
  }
  throw new Error(`Tab never came to ${what} on ${page.url()}: ${passed.join(' | ')}`);
}

export const named =
  (name: string | RegExp) =>
  (stop: Stop): boolean =>
    typeof name === 'string' ? stop.name === name : name.test(stop.name);

/** Runs in the page: where the focus is, and whether anyone can see it. */
function focused(): Stop {
  const element = document.activeElement as HTMLElement;
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  const text = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const before = getComputedStyle(element.nextElementSibling ?? element, '::before');
  const marks = [style.outlineStyle, before.outlineStyle].some((one) => one !== 'none');
  const shadows = [style.boxShadow, before.boxShadow].some((one) => one !== 'none');
  const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const covered = middle !== null && !element.contains(middle) && !middle.contains(element);
  const beside = element.closest('.govuk-radios__item, .govuk-checkboxes__item, .tl-scale__item');
  return {
    name: text.trim().replaceAll(/\s+/g, ' '),
    tag: element.tagName.toLowerCase(),
    key: element.closest<HTMLElement>('tl-question')?.dataset['key'] ?? '',
    value: (element as HTMLInputElement).value ?? '',
    visible: box.bottom > 0 && box.top < innerHeight && (!covered || Boolean(beside?.contains(middle))),
    marked: marks || shadows,
  };
}
