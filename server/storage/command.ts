/** `npm run backup | restore | verify | move-store | rotate-key`: what is done to a store from outside a server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StoreNotOpened } from '../store/index.ts';
import { backUp, type Done } from './backup.ts';
import { lift, moveStore } from './move-store.ts';
import { anchorsOf, placeNamed, placeOf, type PlaceRead, type StorePlace } from './place.ts';
import { restore } from './restore.ts';
import { rotateKey } from './rotate-key.ts';
import { verifyStore } from './verify.ts';

// what is made is for the user of the service only, whatever the folders let in
process.umask(0o077);

const usage: Record<string, string> = {
  backup: 'npm run backup -- <folder> [--keys <another folder>]',
  restore: 'npm run restore -- <folder> [--keys <folder>]',
  verify: 'npm run verify [-- --heads <file>]',
  'move-store': 'npm run move-store -- --to <folder, or file with the address of a database> | --lift',
  'rotate-key': 'npm run rotate-key -- <file of the new master key>',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ keys: { type: 'string' }, heads: { type: 'string' }, to: { type: 'string' } },
    lift: { type: 'boolean', default: false },
  },
});
const [verb = '', named] = positionals;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function stop(...lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

function placed(read: PlaceRead): StorePlace {
  return read.ok ? read.place : stop(...read.faults);
}

function release(): string {
  const file = join(import.meta.dirname, '../../package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function asked(): Promise<Done> | undefined {
  const place = placed(placeOf(process.env));
  const keys = values.keys === undefined ? {} : { keys: values.keys };
  if (verb === 'backup' && named !== undefined) {
    return backUp({ place, folder: named, ...keys, release: release(), now: new Date().toISOString() });
  }
  if (verb === 'restore' && named !== undefined) return restore({ place, folder: named, ...keys });
  if (verb === 'verify') {
    const heads = values.heads === undefined ? {} : { heads: values.heads };
    return verifyStore(place, { ...heads, anchors: anchorsOf(process.env) });
  }
  if (verb === 'move-store' && values.lift) return lift(place);
  if (verb === 'move-store' && values.to !== undefined) {
    return moveStore(place, placed(placeNamed(values.to, process.env)), say);
  }
  if (verb === 'rotate-key' && named !== undefined) return rotateKey(place, named);
  return undefined;
}

try {
  const done = await (asked() ?? stop(...[usage[verb] ?? Object.values(usage)].flat()));
  if (!done.ok) stop(...done.lines);
  for (const line of done.lines) say(line);
} catch (fault) {
  if (fault instanceof StoreNotOpened) stop(fault.message);
  throw fault;
}
