import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Version } from '#engine';
import { loadVersion } from '../../server/pathways/load-version.ts';
import { checkShape } from '../support/examples/check-shape.ts';
import { readExamples } from '../support/examples/read-examples.ts';
import { runExample } from '../support/examples/run-example.ts';

const root = join(import.meta.dirname, '../../processes');
const folder = join(root, 'child-protection', '2-redesigned');
const examples = await readExamples(folder);

describe('on the redesigned pathway', () => {
  let version: Version;

  beforeAll(async () => {
    ({ version } = await loadVersion(root, folder));
  }, 60_000);

  it.for(examples)('$id holds: $title', (example) => {
    const failures = runExample(version, example).flatMap(({ step, failures: some }) =>
      some.map((failure) => `${step.at} ${step.say} ${failure}`),
    );
    expect([...checkShape(example), ...failures]).toEqual([]);
  });
});
