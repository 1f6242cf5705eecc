import { hash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownTables } from '#engine';

const top = join(import.meta.dirname, '..', '..');
const folder = join(top, 'node_modules', '.cache', 'throughline');

/** What a drawing compiles to depends on the machine's own files and on the engine that runs it. */
function machine(): string {
  const execution = join(top, 'engine', 'execution');
  const files = readdirSync(execution, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const texts = files.map((name) => readFileSync(join(execution, name), 'utf8'));
  return hash('sha256', [...texts, readFileSync(join(top, 'package-lock.json'), 'utf8')].join('\n'), 'hex');
}

/**
 * Tables that an earlier run of the tests compiled with the same machine, and a way to keep what is new: each process
 * of the tests would else begin by running the shipped pathway through the engine for seconds.
 */
export function tablesKept(): { known: KnownTables; keep: () => void } {
  const file = join(folder, `tables-${machine().slice(0, 16)}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, never][]) : [];
  const known: KnownTables = new Map(before);
  return {
    known,
    keep: () => {
      if (known.size === before.length) return;
      mkdirSync(folder, { recursive: true });
      const whole = `${file}.${randomUUID()}`;
      writeFileSync(whole, JSON.stringify([...known]));
      renameSync(whole, file);
    },
  };
}
