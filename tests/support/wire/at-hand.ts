import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** What the wire protocol suite can run against: a server that is there already, or a program to start one of our own. */
export type AtHand = { kind: 'server'; url: string } | { kind: 'program'; file: string };

const built = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'wire', 'ferretdb');

/** MONGODB_URL when it is set, else the program that WIRE_SERVER names or that `.ci/wire-server` built; or neither. */
export function wireAtHand(env: Record<string, string | undefined> = process.env): AtHand | undefined {
  const url = env['MONGODB_URL'];
  if (url) return { kind: 'server', url };
  const file = env['WIRE_SERVER'] ?? built;
  try {
    accessSync(file, constants.X_OK);
    return { kind: 'program', file };
  } catch {
    return undefined;
  }
}

/** What is said, as the last line, where the suite could not run. */
export const notRun = 'MongoDB suite: NOT RUN';
