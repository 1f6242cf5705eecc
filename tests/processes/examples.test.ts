import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEntry, Version } from '#engine';
import { checkShape } from '../../server/examples/index.ts';
import { readExamples } from '../support/examples/read-examples.ts';
import { runExample } from '../../server/examples/index.ts';
import { shippedVersion } from '../support/shipped-version.ts';

const root = join(import.meta.dirname, '../../processes');
const folder = join(root, 'child-protection', '2-redesigned');
const examples = await readExamples(folder);

describe('on the redesigned pathway', () => {
  let version: Version;
  const history: HistoryEntry[] = [];

  beforeAll(async () => {
    version = await shippedVersion();
  }, 60_000);

  it.for(examples)('$id holds: $title', (example) => {
    const told = runExample(version, example);
    history.push(...(told.at(-1)?.standing.history ?? []));
    const failures = told.flatMap(({ step, failures: some }) =>
      some.map((failure) => `${step.at} ${step.say} ${failure}`),
    );
    expect([...checkShape(example), ...failures]).toEqual([]);
  });

  it('every step is done in one of the examples', () => {
    const done = new Set(history.map(({ about }) => about['step']));
    const steps = elements((process) => process.kind !== undefined)
      .filter((element) => element.kind === 'step')
      .map((element) => element.id);
    expect(steps.filter((id) => !done.has(id))).toEqual([]);
  });

  it('every end of the pathway and of its strands is reached in one of them', () => {
    const reached = new Set(history.map(({ kind, about }) => kind === 'track-ended' && about['end']));
    const ends = elements(({ kind }) => kind === 'main' || kind === 'strand')
      .filter((element) => element.kind === 'end' || element.kind === 'terminate')
      .map((element) => element.id);
    // the discussion is asked for beside the step that ends the protection, so this end is never a strand's last
    expect(ends.filter((id) => !reached.has(id))).toEqual(['protection-asks-for-discussion']);
  });

  it('every way in that a person may give news by is used in one of them', () => {
    const given = new Set(history.map(({ kind, about }) => kind === 'message-given' && about['message']));
    const ways = version.pathway.processes.flatMap(({ message }) => message ?? []);
    expect(ways.filter((message) => !given.has(message))).toEqual([]);
  });

  const elements = (wanted: (process: Version['pathway']['processes'][number]) => boolean) =>
    version.pathway.processes.filter(wanted).flatMap((process) => process.elements);
});
