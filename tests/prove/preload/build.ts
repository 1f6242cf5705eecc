import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What stands between a process and its disk: `power` keeps only what was synced, `fault` fails at a step. */
export type Preload = 'power' | 'fault';

const made = new Map<Preload, string>();
let folder: string | undefined;

/** File of the library, built by `cc` into a temporary folder; undefined where there is no `cc`. */
export function builtPreload(name: Preload): string | undefined {
  const known = made.get(name);
  if (known) return known;
  folder ??= mkdtempSync(join(tmpdir(), 'throughline-preload-'));
  const library = join(folder, `${name}.so`);
  const source = join(import.meta.dirname, `${name}.c`);
  const args = ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread'];
  const { error, status, stderr } = spawnSync('cc', args, { encoding: 'utf8' });
  if (error) return undefined;
  if (status !== 0 || !existsSync(library)) throw new Error(`cc could not build ${name}.c: ${stderr}`);
  made.set(name, library);
  return library;
}
