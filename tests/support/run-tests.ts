/** `npm test`: the quick checks and every test, closing with the plain line "N passed, N failed". */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

/** Runs a command to its end; what it prints stands together, after the command itself. */
function run(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => printed.push(chunk));
    const end = (ok: boolean, why: string): void => {
      console.log(`> ${[command, ...args].join(' ')}${ok ? '' : `: ${why}`}`);
      process.stdout.write(Buffer.concat(printed));
      resolve(ok);
    };
    child.once('error', (fault) => end(false, fault.message));
    child.once('close', (code, signal) => end(code === 0, `ended with ${String(code ?? signal)}`));
  });
}

/** Tests print as they go: whoever waits sees how far they are. */
function runTests(report: string): Promise<boolean> {
  return new Promise((resolve) => {
    const args = [
      'run',
      '--project=!long',
      '--project=!wire',
      // journeys wait more than they work
      '--maxWorkers=150%',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ];
    console.log(`> vitest ${args.join(' ')}`);
    const env = { ...process.env, JOURNEY_PAGES: join(process.cwd(), 'dist') };
    const child = spawn('vitest', args, { stdio: 'inherit', env });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** What vitest counted; undefined when it ended before it could say. */
function read(report: string): Report | undefined {
  try {
    return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : undefined;
  } catch {
    return undefined;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-tests-'));
const report = join(folder, 'report.json');
const checks = await Promise.all([
  run('tsc', '--noEmit'),
  run('eslint', '.'),
  run('prettier', '--check', '--log-level', 'warn', '.'),
  run('node', 'tests/support/write-schemas.ts', '--check'),
  run('vite', 'build', '--logLevel', 'warn'),
]);
const ok = await runTests(report);
const counts = read(report);
rmSync(folder, { recursive: true });
if (!counts) console.log('vitest ended without a report');

const passed = (counts?.numPassedTests ?? 0) + checks.filter(Boolean).length;
const failures = (counts?.numFailedTests ?? 0) + checks.filter((check) => !check).length;
// a file that can't be read, or a fault outside any test, fails without a test that failed
const failed = ok && counts?.success ? failures : Math.max(failures, 1);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
