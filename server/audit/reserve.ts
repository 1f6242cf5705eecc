import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '../store/port.ts';

/** Room for entries that is taken before it is needed: the disk may be full when the store has none left. */
export interface Reserve {
  /** true: they are durable. False: the room is used up, or the disk does not take them */
  keep(entries: AuditEntry[]): boolean;
  /** what was kept stands in the chain now */
  empty(): void;
  /** what servers kept that ended before they could append it; `gone` once it stands in the chain */
  left(): { entries: AuditEntry[]; gone(): void };
  close(): void;
}

const bytes = 4 * 1024 * 1024;
/** a server elsewhere that did not say for so long that it is there has ended */
const silentMilliseconds = 5 * 60 * 1000;
const here = hostname().replaceAll(/[^\w-]/g, '');

/** A file of this process in a folder of its own, written and synced whole before anything is kept in it. */
export function auditReserve(folder: string): Reserve {
  const own = `${here}.${String(process.pid)}.${randomUUID()}`;
  let file: number | undefined;
  let used = 0;
  const ready = (): number => (file ??= taken(folder, own));
  /** false where the disk says no */
  const tried = (act: () => void): boolean => {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  };
  tried(ready);

  return {
    keep: (entries) =>
      tried(() => {
        const lines = Buffer.from(entries.map((one) => `${JSON.stringify(one)}\n`).join(''));
        if (used + lines.length > bytes) throw new Error('the reserve is full');
        writeAll(ready(), lines, used);
        fdatasyncSync(ready());
        used += lines.length;
      }),
    empty() {
      if (used === 0) return;
      const done = tried(() => {
        writeAll(ready(), Buffer.alloc(used), 0);
        fdatasyncSync(ready());
      });
      if (done) used = 0;
    },
    left() {
      tried(() => futimesSync(ready(), new Date(), new Date()));
      const claimed = filesIn(folder).flatMap((name) => claim(folder, name, own));
      return {
        entries: claimed.flatMap((name) => entriesIn(join(folder, name))),
        gone: () => claimed.forEach((name) => rmSync(join(folder, name), { force: true })),
      };
    },
    close() {
      if (file === undefined) return;
      closeSync(file);
      file = undefined;
      // with entries in it, it waits for whoever starts next
      if (used === 0) rmSync(join(folder, own), { force: true });
    },
  };
}

function taken(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, name), 'w+', 0o600);
  try {
    writeAll(file, Buffer.alloc(bytes), 0);
    fsyncSync(file);
    const place = openSync(folder, 'r');
    fsyncSync(place);
    closeSync(place);
    return file;
  } catch (fault) {
    closeSync(file);
    rmSync(join(folder, name), { force: true });
    throw fault;
  }
}

function writeAll(file: number, content: Buffer, at: number): void {
  for (let done = 0; done < content.length;) {
    done += writeSync(file, content, done, content.length - done, at + done);
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Only one server gets what another left: renaming succeeds once. */
function claim(folder: string, name: string, own: string): string[] {
  if (name === own) return [];
  if (name.startsWith(`${own}.`)) return [name];
  const mine = `${own}.${randomUUID()}`;
  try {
    if (!hasEnded(folder, name)) return [];
    renameSync(join(folder, name), join(folder, mine));
    return [mine];
  } catch {
    return [];
  }
}

function hasEnded(folder: string, name: string): boolean {
  const [host, pid] = name.split('.');
  if (host === here && !isRunning(Number(pid))) return true;
  return Date.now() - statSync(join(folder, name)).mtimeMs > silentMilliseconds;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as { code?: string }).code === 'EPERM';
  }
}

/** Whole lines; of one that was cut short by the end of its process no answer had left. */
function entriesIn(path: string): AuditEntry[] {
  const content = readFileSync(path);
  const end = content.indexOf(0);
  const text = content.toString('utf8', 0, end === -1 ? content.length : end);
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as AuditEntry);
}
