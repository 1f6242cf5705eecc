import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readVersion } from '../../engine/version/index.ts';
import { checkPathway, readPathway } from '../../engine/pathway/index.ts';
import type { Drawing, Statutory } from '../../engine/pathway/index.ts';
import calendar from '../../processes/calendars/england-and-wales.json' with { type: 'json' };
import moddle from '../../processes/pathway.moddle.json' with { type: 'json' };
import { versionFiles } from '../support/version-files.ts';

const folder = new URL('../../processes/child-protection', import.meta.url).pathname;
const versions = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pathway.bpmn')));
const statutory = JSON.parse(readFileSync(join(folder, 'statutory.json'), 'utf8')) as Statutory;
const read = (version: string) =>
  readVersion(versionFiles(join(folder, version)), { calendar, moddle, readPathway });

test.each(versions)('%s is read and drawn without a fault', async (name) => {
  const { version, findings } = await read(name);
  const all = [...findings, ...checkPathway({ ...version, statutory })];
  expect(all.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('taken out of the pathway that is current, it would be missed', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = { ...(await read('2-redesigned')).version, statutory };
  });

  const faults = (changed: Partial<Drawing>, check: string): string[] =>
    checkPathway({ ...drawing, ...changed })
      .filter((finding) => finding.check === check && finding.level === 'error')
      .map(({ message }) => message);

  test.each(statutory.steps.map(({ name, fact }) => [name, fact]))('%s', (name, fact) => {
    const forms = Object.fromEntries(
      Object.entries(drawing.forms).map(([id, form]) => [
        id,
        { ...form, facts: form.facts.filter((recorded) => recorded.fact !== fact) },
      ]),
    );
    expect(faults({ forms }, 'statutory-steps').join()).toContain(`“${name}”`);
  });

  test.each(statutory.timescales.map(({ name, from, until }) => [name, from, until]))(
    'the clock: %s',
    (name, from, until) => {
      const longer = drawing.timescales.map((timescale) =>
        timescale.from === from && timescale.until.includes(until)
          ? { ...timescale, length: 1000 }
          : timescale,
      );
      expect(faults({ timescales: longer }, 'statutory-timescales').join()).toContain(
        `“${name}” allows more`,
      );
    },
  );

  test('the way through a strategy discussion to an enquiry', () => {
    const found = drawing.pathway.processes.map((process) => ({
      ...process,
      elements: process.elements.map((element) =>
        element.form === 'strategy-discussion' ? { ...element, form: 'case-note' } : element,
      ),
    }));
    const changed = { pathway: { ...drawing.pathway, processes: found } };
    expect(faults(changed, 'statutory-steps').length).toBeGreaterThan(0);
  });
});
