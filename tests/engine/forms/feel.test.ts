import { describe, expect, it } from 'vitest';
import { evaluateFeel, parseFeel } from '#engine';

const reads = (expression: string) => {
  const parsed = parseFeel(expression);
  return parsed.ok ? parsed.reads : parsed.message;
};

describe('a condition', () => {
  it.each([
    ['referralOutcome = "assessment"', { referralOutcome: 'assessment' }, true],
    ['referralOutcome = "assessment"', {}, false],
    ['not(reviewDecision = "end")', {}, true],
    ['decision in ("plan", "close") and not(planOpen)', { decision: 'plan', planOpen: false }, true],
    ['list contains(factors, "21") and count(factors) > 1', { factors: ['21', '3A'] }, true],
    [
      'date(heldOn) - date(startedOn) > duration("P14D")',
      { heldOn: '2026-09-30', startedOn: '2026-09-01' },
      true,
    ],
    ['some row in rows satisfies row.score < 5', { rows: [{ score: 7 }, { score: 3 }] }, true],
    ['count(rows[score > limit]) = 1', { rows: [{ score: 7 }, { score: 3 }], limit: 5 }, true],
    ['today > heldOn', { today: '2026-09-02', heldOn: '2026-09-01' }, true],
  ])('%s of %j is %j', (expression, context, value) => {
    expect(evaluateFeel(expression, context)).toBe(value);
  });

  it('over an answer that is not there, or is of another kind, is neither true nor an error', () => {
    expect(evaluateFeel('date(heldOn) > date(startedOn)', { startedOn: '2026-09-01' })).toBeNull();
    expect(evaluateFeel('planOpen = true', { planOpen: 'yes' })).toBeNull();
    expect(evaluateFeel('heldOn > startedOn', { heldOn: true })).toBeNull();
  });

  it('gives the same answer to the same question and another to another', () => {
    expect(evaluateFeel('a = b', { a: 1, b: 1 })).toBe(true);
    expect(evaluateFeel('a = b', { a: 1, b: 2 })).toBe(false);
    expect(evaluateFeel('a = b', { a: 1, b: 1, c: 5 })).toBe(true);
  });

  it('cannot read the clock of the machine', () => {
    expect(() => evaluateFeel('date("2026-01-01") < today()', {})).toThrow(/“today”/);
    expect(evaluateFeel('now = null', {})).toBe(true);
  });

  it('that does not parse is a defect when it is asked: it should have been refused before', () => {
    expect(() => evaluateFeel('risk >', { risk: 3 })).toThrow(/can't be read/);
  });
});

describe('what a condition reads', () => {
  it.each([
    ['count(factors) > 1 and not(known.category = "x")', ['factors', 'known.category']],
    ['some row in rows satisfies row.score > 3 and child.unborn', ['rows', 'child.unborn']],
    ['for x in xs return x + y', ['xs', 'y']],
    ['count(rows[score > 3]) > 1', ['rows']],
    ['{k: a}.k = a', ['a']],
    ['day of week(date(heldOn)) in ("Saturday", "Sunday")', ['heldOn']],
  ])('%s → %j', (expression, names) => {
    expect(reads(expression)).toEqual(names);
  });

  it.each([
    ['${risk > 3}', "can't be read near “${risk > 3}”."],
    ['', 'is empty.'],
    ['send(letter)', 'calls “send”, which may not be used here.'],
    ['now() > x', 'calls “now”, which may not be used here.'],
    ['matches(x, "^(a+)+$")', 'calls “matches”, which may not be used here.'],
    ['count(for i in 1..1000000000 return i) = 1', 'counts through numbers, which may not be done here.'],
    ['every i in 1..x satisfies i > 0', 'counts through numbers, which may not be done here.'],
    [
      'count(for a in xs, b in xs, c in xs return a) = 1',
      'goes through more than two lists, which takes too long.',
    ],
    ['{f: function(x) f(x)}.f(1) = 1', 'makes a function of its own, which may not be done here.'],
    [`${'('.repeat(41)}x${')'.repeat(41)} = 1`, 'has more than 40 brackets inside each other.'],
    [`x = "${'a'.repeat(2000)}"`, 'is longer than 2000 characters.'],
  ])('%s is refused', (expression, message) => {
    expect(reads(expression)).toBe(message);
  });
});
