import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const files = ['route-matrix.slow.test.ts', 'leaks.slow.test.ts', 'leaks.long.test.ts'];

/** The matrix of routes, roles and relations, and what leaves for whom: both are read from the table of routes. */
export function tryAccess(): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-access-'));
  try {
    const report = join(folder, 'report.json');
    const named = files.map((file) => join('tests/server/access', file));
    const run = ['run', ...named, '--reporter=json', `--outputFile=${report}`];
    spawnSync('vitest', run, { stdio: ['ignore', 'ignore', 'inherit'] });
    const said = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const [passed = 0, all = 0] = [said['numPassedTests'], said['numTotalTests']];
    return { passed, failed: all - passed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
