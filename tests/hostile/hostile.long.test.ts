import { describe, expect, test } from 'vitest';
import { compile, importBeside, readPathway, roundTrip } from '#engine';
import { expected } from './expected.ts';
import { hostileFiles } from './hostile-files.ts';
import type { HostileFile } from './hostile-files.ts';
import { descriptor, throughTheDoor } from './through-the-door.ts';

const textOf = (name: string): string =>
  hostileFiles('drawings').find((file) => file.name === name)?.text ?? '';

describe.each(['drawings', 'forms'] as const)('hostile %s', (kind) => {
  const files = hostileFiles(kind);

  test('each is expected, and each expected is there', () => {
    expect(files.map(({ name }) => name).sort()).toEqual(Object.keys(expected[kind]).sort());
  });

  test.each(files.map((file): [string, HostileFile] => [file.name, file]))('%s', async (name, file) => {
    const [outcome, check] = expected[kind][name] ?? [];
    const findings = await throughTheDoor(file);
    const reason = findings.find((finding) => check === 'any' || finding.check === check);
    if (check !== '') expect(reason?.message).toMatch(/^(?=.*\s).{20,600}$/s);
    expect(reason?.level === 'error').toBe(outcome === 'refused');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });
});

test('there are at least sixty of them', () => {
  const all = (['drawings', 'forms', 'versions'] as const).flatMap((kind) => hostileFiles(kind));
  expect(all.length).toBeGreaterThanOrEqual(60);
});

/** Drawings whose program would run if anything ran it. */
const programs = hostileFiles('drawings').filter(({ text }) => text.includes('globalThis.hostile'));

test.each(programs.map(({ name, text }): [string, string] => [name, text]))(
  'the program in %s is never run, even where somebody compiles it',
  async (_, text) => {
    const ran = globalThis as { hostile?: unknown };
    await readPathway(text, descriptor);
    await compile(text, { pathway: descriptor }).catch(() => undefined);
    expect(ran.hostile).toBeUndefined();
  },
);

test('a program in a name is only the text of a name, read and written', async () => {
  const { xml } = await importBeside(textOf('program-in-names'), descriptor);
  const { pathway } = await readPathway(xml, descriptor);
  const step = pathway.processes[0]?.elements.find(({ id }) => id === 'thing');
  expect(step?.name).toBe('<img src=x onerror="globalThis.hostile=true">');
  const { saved } = await roundTrip(xml, descriptor);
  expect(saved).not.toContain('<img');
  expect(saved).toMatch(/name="&(lt|#60);img/);
});
