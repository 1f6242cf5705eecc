import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkVersion } from '../../server/pathways/check-version.ts';

const folder = new URL('../../processes/child-protection', import.meta.url).pathname;
const versions = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pathway.bpmn')));

test.each(versions)('%s may be published: it is sound, and explored to the end', async (version) => {
  const { findings, size } = await checkVersion(join(folder, version));
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(size.places).toBeGreaterThan(0);
  expect(size.places).toBeLessThan(500);
});
