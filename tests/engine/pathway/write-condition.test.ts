import { describe, expect, it } from 'vitest';
import { readCondition, writeCondition } from '../../../engine/pathway/browser.ts';

describe('a condition is written as it is read', () => {
  it.each([
    'planOpen',
    'not(assessed)',
    'decision = "adjourned"',
    'visits >= 3',
    'answer != null',
    'outcome in ("one", "other")',
    '(open and outcome = "help") or (not(open) and decision = "help")',
    '(a or b) and not(c or d)',
  ])('%s', (text) => {
    const read = readCondition(text);
    expect(read).not.toBeNull();
    if (!read) return;
    expect(readCondition(writeCondition(read))).toEqual(read);
    expect(writeCondition(read)).toBe(text);
  });
});
