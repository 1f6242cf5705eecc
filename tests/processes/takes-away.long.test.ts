import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { duplicatesOf, openSteps, step } from '#engine';
import type { Duplicates } from '#engine';
import likeness from '../../processes/child-protection/likeness.json' with { type: 'json' };
import typical from '../../processes/child-protection/typical.json' with { type: 'json' };
import { beforeVersion, shippedVersion } from '../support/shipped-version.ts';

const root = join(import.meta.dirname, '../../processes');
let before: Duplicates;
let now: Duplicates;
beforeAll(async () => {
  const finding = { likeness, typical: typical.decided, stepping: { step, openSteps } };
  before = duplicatesOf(await beforeVersion(), finding);
  now = duplicatesOf(await shippedVersion(), finding);
}, 120_000);

describe('what the redesign takes away', () => {
  test('is told in the README by the product’s own figures', () => {
    const readme = readFileSync(join(root, '..', 'README.md'), 'utf8').replaceAll(/ +/g, ' ');
    const row = (says: string, ...figures: number[]): string => `| ${[says, ...figures].join(' | ')} |`;
    const [then, today] = [before.totals.usual, now.totals.usual];
    const rows = [
      row('Questions asked', then.questions, today.questions),
      row('of these asked before on the same way', then.askedAgain, today.askedAgain),
      row('of these again in an empty box', then.asNew, today.asNew),
      row('Steps', then.steps, today.steps),
      row('Hand-overs to another role', then.handOvers, today.handOvers),
      row('Different forms', then.forms, today.forms),
      row('Terms that one way can meet twice', before.askedTwice.length, now.askedTwice.length),
      row('Pairs that look the same without a common term', before.looksSame.length, now.looksSame.length),
      row('Steps that repeat each other', before.steps.length, now.steps.length),
    ];
    expect(rows.filter((one) => !readme.includes(one))).toEqual([]);
  });

  test('is the signing of what was just signed, the notes nobody reads, and the typing again', () => {
    const kinds = new Set(before.steps.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['approval-after-approval', 'nobody-reads', 'shares-terms']);
    expect(now.steps).toEqual([]);
    expect(before.totals.usual.asNew).toBeGreaterThan(5 * now.totals.usual.asNew);
    const name = before.askedTwice.find(({ term }) => term === 'childFullName');
    expect(name?.timesOnUsual).toBeGreaterThan(20);
    expect(now.askedTwice.some(({ term }) => term === 'childFullName')).toBe(false);
  });

  test('follows a child typically to the end of a plan in both versions', () => {
    for (const { totals } of [before, now]) {
      expect(totals.shortest.steps).toBeLessThan(totals.usual.steps);
      expect(totals.usual.steps).toBeLessThan(totals.longest.steps);
    }
  });
});
