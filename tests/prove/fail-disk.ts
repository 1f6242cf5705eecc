import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { DiskFaults } from './disk-faults.ts';

/** Runs the walks of A3 in a process whose disk fails when it is told to. */
export async function failDisk(of: { library: string; every: number; writes: number }): Promise<DiskFaults> {
  const root = mkdtempSync(join(tmpdir(), 'throughline-faults-'));
  const [folder, told] = [join(root, 'disk'), join(root, 'told')];
  mkdirSync(folder);
  try {
    const env = { ...process.env, LD_PRELOAD: of.library, FAULT_FOLDER: folder, FAULT_TOLD: told };
    const walker = join(import.meta.dirname, 'fault-walker.ts');
    const args = [walker, folder, told, String(of.every), String(of.writes)];
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    if (code !== 0) throw new Error(`the process that walks ended with ${String(code)}`);
    return JSON.parse(said) as DiskFaults;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
