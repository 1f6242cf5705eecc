import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { forbiddenImports, rules } from './cruise-imports.ts';
import { packages, plants } from './planted-imports.ts';
import type { Plant } from './planted-imports.ts';
import { root } from './source-files.ts';

const folders = ['engine', 'server', 'modeller', 'web-components', 'tests'];

test('every import of the product keeps the rules', async () => {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  expect(await forbiddenImports(root, present)).toEqual([]);
});

describe('a forbidden import is found', () => {
  const made: string[] = [];
  afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  test('by a rule for each, none without its proof', () => {
    expect(Object.keys(plants).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });

  for (const [rule, planted] of Object.entries(plants)) {
    test(rule, async () => {
      for (const one of planted) {
        const repository = makeRepository(one);
        made.push(repository);
        const found = await forbiddenImports(repository, folders);
        expect(found.filter((violation) => violation.rule === rule).map(({ from }) => from)).toContain(
          one.caught,
        );
      }
    });
  }
});

test('what the rules allow is not found', async () => {
  const repository = makeRepository({
    caught: '',
    files: {
      'engine/index.ts': "import './cases/complete.ts';\nexport {};\n",
      'engine/cases/complete.ts': "import '../execution/step.ts';\nimport '../forms/check.ts';\nexport {};\n",
      'engine/execution/step.ts': "import 'bpmn-engine';\nexport {};\n",
      'engine/forms/check.ts': 'export {};\n',
      'engine/browser.ts': "import './forms/check.ts';\nexport {};\n",
      'server/cases/routes.ts': "import '../people/index.ts';\nimport '../../engine/index.ts';\nexport {};\n",
      'server/people/index.ts': "import 'fastify';\nexport {};\n",
      'web-components/pages/case.ts':
        "import 'lit';\nimport '../../engine/browser.ts';\nvoid import('../../modeller/b.ts');\n",
      'modeller/b.ts': "import 'bpmn-js';\nexport {};\n",
    },
  });
  const found = await forbiddenImports(repository, folders);
  rmSync(repository, { recursive: true });
  expect(found).toEqual([]);
});

/** A repository of a few files in a folder of its own, with empty packages to import. */
function makeRepository({ files }: Plant): string {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'package.json',
    JSON.stringify({ type: 'module', dependencies: Object.fromEntries(packages.map((name) => [name, '1'])) }),
  );
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { module: 'NodeNext', allowImportingTsExtensions: true, noEmit: true },
    }),
  );
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  for (const name of packages) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, type: 'module', exports: './index.js' }),
    );
    write(`node_modules/${name}/index.js`, 'export {};\n');
  }
  for (const [path, text] of Object.entries(files)) write(path, text);
  return folder;
}
