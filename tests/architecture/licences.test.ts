import { describe, expect, test } from 'vitest';
import { textOf } from './source-files.ts';

interface Locked {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}

interface Licences {
  allowed: string[];
  'looked at': { packages: string; licence: string; why: string }[];
}

const { packages } = JSON.parse(textOf('package-lock.json')) as Locked;
const licences = JSON.parse(textOf('tests/architecture/licences.json')) as Licences;
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { license = '' }]) => ({ name: path.replace(/^.*node_modules\//, ''), licence: license }));

/** A package whose licence is neither allowed for all nor was looked at for it. */
function unknown(found: { name: string; licence: string }[]): string[] {
  return found
    .filter(({ licence }) => !licences.allowed.includes(licence))
    .filter(
      ({ name, licence }) =>
        !licences['looked at'].some((one) => one.licence === licence && new RegExp(one.packages).test(name)),
    )
    .map(({ name, licence }) => `${name}: ${licence || 'none said'}`);
}

describe('the licences of everything that is installed', () => {
  test('are allowed, or were looked at one by one', () => {
    expect(installed.length).toBeGreaterThan(300);
    expect(unknown(installed)).toEqual([]);
  });

  test('would stop one that nobody knows', () => {
    const planted = [
      { name: 'left', licence: 'GPL-3.0' },
      { name: 'right', licence: '' },
      { name: 'bpmn-js', licence: 'AGPL-3.0' },
      { name: 'middle', licence: 'MIT' },
    ];
    expect(unknown(planted)).toEqual(['left: GPL-3.0', 'right: none said', 'bpmn-js: AGPL-3.0']);
  });

  test('were looked at for packages that are there', () => {
    const idle = licences['looked at'].filter(
      ({ packages: pattern }) => !installed.some(({ name }) => new RegExp(pattern).test(name)),
    );
    expect(idle).toEqual([]);
  });
});
