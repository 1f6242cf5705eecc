import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Bill {
  bomFormat: string;
  components: { name: string; version: string; licenses?: { license: { id?: string } }[] }[];
}

it('the bill of materials names every library with its version and licence', () => {
  const root = join(import.meta.dirname, '../..');
  const printed = execFileSync('npm', ['run', '--silent', 'sbom'], {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  });
  const { bomFormat, components } = JSON.parse(printed) as Bill;
  expect(bomFormat).toBe('CycloneDX');
  expect(components.length).toBeGreaterThan(300);
  expect(components.find(({ name }) => name === 'fastify')).toMatchObject({
    ...{ version: expect.any(String) as string, licenses: [{ license: { id: 'MIT' } }] },
  });
});
