import { describe, expect, test } from 'vitest';
import { Implied, readTest } from '../../../engine/execution/implied.ts';
import { evaluateFeel } from '../../../engine/forms/feel.ts';

describe('a condition that tests one term', () => {
  test.each([
    ['x = "a"', ['"a"'], true],
    ['x != 3', ['3'], false],
    ['x in ("a", "b")', ['"a"', '"b"'], true],
    ['x in ["a","b"]', ['"a"', '"b"'], true],
    ['x = "a or b" or x = "c"', ['"a or b"', '"c"'], true],
    ['x', ['true'], true],
    ['not(x = "a")', ['"a"'], false],
  ])('is understood: %s', (condition, values, positive) => {
    expect(readTest(condition)).toEqual({ term: 'x', values, positive });
  });

  test.each(['x = "a" or y = "b"', 'x = "a" and y = 2', 'x > 3', 'count(x) > 1', 'true', 'x = y', ''])(
    'is left alone when it is of another kind: %s',
    (condition) => {
      expect(readTest(condition)).toBeNull();
    },
  );
});

describe('what answers say about a further condition', () => {
  const says = (answers: Record<string, boolean>, condition: string): boolean | undefined => {
    const implied = new Implied();
    for (const [asked, answer] of Object.entries(answers)) implied.learn(asked, answer);
    return implied.says(condition);
  };

  test('nothing, when another term was asked', () => {
    expect(says({ 'x = "a"': true }, 'y = "a"')).toBeUndefined();
  });

  test('the same condition has the same answer', () => {
    expect(says({ 'count(x) > 1': false }, 'count(x) > 1')).toBe(false);
  });

  test('one value rules out the others', () => {
    expect(says({ 'x = "a"': true }, 'x = "b"')).toBe(false);
    expect(says({ 'x = "a"': true }, 'x in ("a", "b")')).toBe(true);
    expect(says({ 'x in ("a", "b")': true, 'x = "b"': false }, 'x = "a"')).toBe(true);
  });

  test('not one value leaves the others open', () => {
    expect(says({ 'x = "a"': false }, 'x = "b"')).toBeUndefined();
    expect(says({ 'x = "a"': false }, 'x in ("a", "b")')).toBeUndefined();
    expect(says({ 'x = "a"': false, 'x = "b"': false }, 'x in ("a", "b")')).toBe(false);
  });

  test('never anything that FEEL would deny, whatever the term holds or when it holds nothing', () => {
    const conditions = [
      'x = "a"',
      'x = "b"',
      'x != "a"',
      'x in ("a", "b")',
      'x',
      'not(x)',
      'not(x = "b")',
      'x = true',
    ];
    for (const x of ['a', 'b', 'c', true, false, null]) {
      const holds = (condition: string): boolean => evaluateFeel(condition, { x }) === true;
      for (const first of conditions) {
        for (const second of conditions) {
          for (const third of conditions) {
            const said = says({ [first]: holds(first), [second]: holds(second) }, third);
            if (said !== undefined)
              expect([x, first, second, third, said]).toEqual([x, first, second, third, holds(third)]);
          }
        }
      }
    }
  });
});
