import { beforeAll, describe, expect, test } from 'vitest';
import { dueOf } from '#engine';
import type { Version } from '#engine';
import { shippedVersion } from '../support/shipped-version.ts';

let version: Version;
beforeAll(async () => {
  version = await shippedVersion();
});

describe('the timescales of the redesigned pathway', () => {
  test('each name the law they rest on, or say that they are local', () => {
    const wrong = version.timescales.filter(({ source, local }) =>
      local
        ? !source.startsWith('Local')
        : !/^(Children Act 1989 s\d|Working Together|Statutory guidance)/.test(source),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('warn the practitioner at half time and at four fifths, the manager when due, the service manager a day after', () => {
    for (const { id, length, warn } of version.timescales) {
      const at = length < 0 ? ['due', 'after-1-day'] : ['50%', '80%', 'due', 'after-1-day'];
      expect([id, ...warn.map((one) => one.at)]).toEqual([id, ...at]);
      expect(warn.slice(-2).map(({ tell }) => tell)).toEqual(['team-manager', 'service-manager']);
    }
  });

  test.each([
    ['referral-decision', '2026-09-01', '2026-09-02'],
    ['assessment', '2026-09-01', '2026-11-03'],
    ['initial-conference', '2026-09-03', '2026-09-24'],
    ['initial-conference', '2026-12-14', '2027-01-07'],
    ['transfer-in-conference', '2026-09-03', '2026-09-24'],
    ['decision-letter', '2026-09-22', '2026-09-23'],
    ['minutes', '2026-09-22', '2026-10-13'],
    ['first-core-group', '2026-09-22', '2026-10-06'],
    ['first-review', '2026-09-22', '2026-12-22'],
    ['report-shared', '2026-09-22', '2026-09-18'],
    ['police-protection', '2026-09-05T13:00:00.000Z', '2026-09-08T13:00:00.000Z'],
  ])('%s counted from %s falls due on %s', (id, from, due) => {
    const timescale = version.timescales.find((one) => one.id === id);
    expect(timescale && dueOf(timescale, from, version.calendar)).toBe(due);
  });
});
