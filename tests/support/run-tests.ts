/** `npm test`: the quick checks and every test, closing with the plain line "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
}

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-tests-'));
const report = join(folder, 'report.json');
const checks = [
  run('tsc', ['--noEmit']),
  run('eslint', ['.']),
  run('prettier', ['--check', '--log-level', 'warn', '.']),
  run('node', ['tests/support/write-schemas.ts', '--check']),
  run('vite', ['build', '--logLevel', 'warn']),
];
const tests = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`]);
const counts = JSON.parse(readFileSync(report, 'utf8')) as Report;
rmSync(folder, { recursive: true });

const passed = counts.numPassedTests + checks.filter(Boolean).length;
const failed = Math.max(counts.numFailedTests + checks.filter((ok) => !ok).length, tests ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && counts.success ? 0 : 1;
