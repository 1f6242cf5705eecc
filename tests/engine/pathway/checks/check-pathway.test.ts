import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPathway, checks } from '../../../../engine/pathway/checks/index.ts';
import { beside, sketch } from '../sketch.ts';

const empty = beside(await sketch({ main: '(start) -> write -> (done)' }));

test('a check that fails itself becomes a finding and hides no other', () => {
  const findings = checkPathway(empty, {
    broken: () => {
      throw new Error('no such thing');
    },
    sound: () => [{ check: 'sound', level: 'error', message: 'Write it.' }],
  });
  expect(findings).toEqual([
    {
      check: 'broken',
      level: 'error',
      message: 'The check “broken” failed and has said nothing: no such thing. Report it.',
    },
    { check: 'sound', level: 'error', message: 'Write it.' },
  ]);
});

test('errors come before warnings, and warnings before advice', () => {
  const findings = checkPathway(empty, {
    a: () => [{ check: 'a', level: 'advice', message: '' }],
    b: () => [{ check: 'b', level: 'error', message: '' }],
    c: () => [{ check: 'c', level: 'warning', message: '' }],
  });
  expect(findings.map(({ check }) => check)).toEqual(['b', 'c', 'a']);
});

test('every finding carries the name of its check, names its step and says what to do', () => {
  const findings = checkPathway(empty);
  expect(new Set(findings.filter(({ element }) => element === 'write').map(({ check }) => check))).toEqual(
    new Set([
      'step-has-role',
      'step-has-form',
      'step-has-purpose',
      'step-has-timescale',
      'step-has-verb-and-object',
    ]),
  );
  for (const { check, message } of findings) {
    expect(Object.keys(checks)).toContain(check);
    expect(message).toMatch(/^[A-Z“a-z].*\. [A-Z].*\.$/);
  }
});

test('each check is one file of its name, and has its valid and invalid drawings', () => {
  const source = join(import.meta.dirname, '../../../../engine/pathway/checks');
  const names = Object.keys(checks).sort();
  const shared = [
    'live.ts',
    'asked.ts',
    'by-law.ts',
    'conditions.ts',
    'drawing.ts',
    'finding.ts',
    'index.ts',
  ];
  expect(readdirSync(source).filter((file) => !shared.includes(file))).toEqual(
    names.map((name) => `${name}.ts`),
  );
  const tests = readdirSync(import.meta.dirname).map((file) =>
    readFileSync(join(import.meta.dirname, file), 'utf8'),
  );
  const described = tests.flatMap((text) =>
    [...text.matchAll(/^describe\('([^']+)'/gm)].map(([, name]) => name),
  );
  expect(described.sort()).toEqual(names);
});
