import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, textOf } from './source-files.ts';

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has. */
const sections: Record<string, number> = {
  'V1.1': 2,
  'V1.2': 9,
  'V1.3': 11,
  'V1.4': 3,
  'V1.5': 2,
  'V2.1': 3,
  'V2.2': 3,
  'V2.3': 4,
  'V2.4': 1,
  'V3.2': 2,
  'V3.3': 4,
  'V3.4': 6,
  'V3.5': 5,
  'V3.7': 2,
  'V4.1': 3,
  'V4.2': 1,
  'V4.3': 2,
  'V4.4': 4,
  'V5.1': 1,
  'V5.2': 3,
  'V5.3': 2,
  'V5.4': 3,
  'V6.1': 3,
  'V6.2': 12,
  'V6.3': 4,
  'V6.4': 4,
  'V6.5': 5,
  'V6.6': 3,
  'V6.8': 4,
  'V7.1': 3,
  'V7.2': 4,
  'V7.3': 2,
  'V7.4': 5,
  'V7.5': 2,
  'V7.6': 2,
  'V8.1': 2,
  'V8.2': 3,
  'V8.3': 1,
  'V8.4': 1,
  'V9.1': 3,
  'V9.2': 4,
  'V10.1': 2,
  'V10.2': 2,
  'V10.3': 4,
  'V10.4': 11,
  'V10.5': 5,
  'V10.6': 2,
  'V10.7': 3,
  'V11.1': 2,
  'V11.2': 3,
  'V11.3': 3,
  'V11.4': 4,
  'V11.5': 1,
  'V11.6': 1,
  'V12.1': 3,
  'V12.2': 2,
  'V12.3': 4,
  'V13.1': 1,
  'V13.2': 5,
  'V13.3': 2,
  'V13.4': 5,
  'V14.1': 2,
  'V14.2': 4,
  'V14.3': 3,
  'V15.1': 3,
  'V15.2': 3,
  'V15.3': 7,
  'V16.1': 1,
  'V16.2': 5,
  'V16.3': 4,
  'V16.4': 3,
  'V16.5': 3,
  'V17.1': 1,
  'V17.2': 4,
  'V17.3': 2,
};

interface Row {
  id: string;
  wording: string;
  met: string;
}

const rows: Row[] = [
  ...textOf('SECURITY.md').matchAll(/^\| (V\d+\.\d+\.\d+) +\| (.*?) +\| (.*?) +\|$/gm),
].map(([, id = '', wording = '', met = '']) => ({ id, wording, met }));

const count = (ids: string[]): Record<string, number> =>
  ids.reduce<Record<string, number>>((sums, id) => ({ ...sums, [id]: (sums[id] ?? 0) + 1 }), {});

/** Each file a row names, with the tests it names in it. */
const named = rows.flatMap(({ id, met }) =>
  [...met.matchAll(/`([a-z-]+\/[^`\s]+\.[a-z]+)`((?: “[^”]+”)*)/g)].map(([, path = '', tests = '']) => ({
    ...{ id, path },
    tests: [...tests.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  })),
);

describe('the table of SECURITY.md', () => {
  test('has every requirement of ASVS 5.0.0 up to level 2 once', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(count(ids.map((id) => id.replace(/\.\d+$/, '')))).toEqual(sections);
  });

  test('says of each how it is met, or why it is not', () => {
    const says = /`[^`]+`|^Process: |^Not applicable: \S|\*\*Not met\*\*|^There (is|are) |\S{3}/;
    expect(rows.filter(({ wording, met }) => wording === '' || !says.test(met))).toEqual([]);
  });

  test('names only files that are there', () => {
    expect(named.length).toBeGreaterThan(150);
    expect(
      named.filter(({ path }) => !existsSync(join(root, path))).map(({ id, path }) => `${id} ${path}`),
    ).toEqual([]);
  });

  test('names only tests that are in them', () => {
    const missing = named.flatMap(({ id, path, tests }) => {
      const text = existsSync(join(root, path)) ? textOf(path) : '';
      return tests.filter((name) => !text.includes(name)).map((name) => `${id} ${path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test('names only headings that the documents have', () => {
    const wrong = rows.flatMap(({ id, met }) =>
      [...met.matchAll(/`docs\/(operating|security)\.md`, ([A-Z][^;.:|]+)/g)]
        .filter(([, page = '', heading = '']) => !textOf(`docs/${page}.md`).includes(`# ${heading.trim()}`))
        .map(([, page = '', heading = '']) => `${id} docs/${page}.md: ${heading}`),
    );
    expect(wrong).toEqual([]);
  });
});
