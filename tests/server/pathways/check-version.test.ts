import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkVersion } from '../../../server/pathways/check-version.ts';
import { drawing } from '../../support/drawing.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A processes folder with one pathway, whose versions hold only a drawing. */
function processes(
  versions: Record<string, Record<string, string>>,
  statutory?: object,
): (name: string) => string {
  const root = mkdtempSync(join(tmpdir(), 'processes-'));
  made.push(root);
  const real = new URL('../../../processes/', import.meta.url).pathname;
  cpSync(join(real, 'pathway.moddle.json'), join(root, 'pathway.moddle.json'));
  cpSync(join(real, 'calendars'), join(root, 'calendars'), { recursive: true });
  const folder = (name: string): string => join(root, 'help', name);
  for (const [name, drawn] of Object.entries(versions)) {
    mkdirSync(folder(name), { recursive: true });
    writeFileSync(join(folder(name), 'pathway.bpmn'), drawing(drawn));
  }
  const listed = Object.keys(versions).map((name) => ({ folder: name }));
  writeFileSync(join(root, 'help', 'pathway.json'), JSON.stringify({ versions: listed }));
  if (statutory) writeFileSync(join(root, 'help', 'statutory.json'), JSON.stringify(statutory));
  return folder;
}

const names = (findings: { check: string }[]): Set<string> => new Set(findings.map(({ check }) => check));

test('a version is checked as it was read, as it is drawn, and as it runs', async () => {
  const folder = processes({ '1-first': { main: '(start) -> write -> |join| -> (done)\nnever -> |join|' } });
  const { findings, size } = await checkVersion(folder('1-first'));
  expect(names(findings)).toContain('step-has-role');
  expect(names(findings)).toContain('one-start');
  expect(findings.length).toBeGreaterThan(0);
  expect(size.processes.map(({ process }) => process)).toEqual(['main']);
});

test('what the law asks for stands beside the versions, and is looked for in each', async () => {
  const step = { name: 'Looking', fact: 'looked', source: 'the Act' };
  const folder = processes(
    { '1-first': { main: '(start) -> write -> (done)' } },
    { steps: [step], timescales: [], questions: [] },
  );
  const { findings } = await checkVersion(folder('1-first'));
  expect(findings).toContainEqual(expect.objectContaining({ check: 'statutory-steps', level: 'error' }));
});

test('a version is compared with the one before it', async () => {
  const folder = processes({
    '1-first': { main: '(start) -> write -> (done)' },
    '2-second': { main: '(start) -> {write=other} -> (done)', other: '(in) -> read -> (out)' },
  });
  expect(names((await checkVersion(folder('1-first'))).findings)).not.toContain('step-keeps-its-id');
  expect(names((await checkVersion(folder('2-second'))).findings)).toContain('step-keeps-its-id');
});

test('a drawing that can not be read, or is not there, is a finding and no crash', async () => {
  const folder = processes({ '1-first': {} });
  expect((await checkVersion(folder('1-first'))).findings).toContainEqual(
    expect.objectContaining({ check: 'drawing-readable', level: 'error' }),
  );
  rmSync(join(folder('1-first'), 'pathway.bpmn'));
  expect((await checkVersion(folder('1-first'))).findings).toContainEqual(
    expect.objectContaining({ check: 'version-file', element: 'pathway.bpmn' }),
  );
});
