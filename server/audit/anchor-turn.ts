import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const lockName = 'writing';
const mostTries = 100;

/**
 * Servers that write into one folder do so one after another, also when they all end at once: each anchor names the
 * one before it. Whoever holds the file longer than anybody writes has died.
 */
export async function inTurn<T>(folder: string, work: () => Promise<T>, between = 50): Promise<T> {
  const file = join(folder, lockName);
  let [tries, held] = [0, ''];
  while (!(await taken(file))) {
    const now = await madeAt(file);
    if (now !== held) [tries, held] = [0, now];
    tries += 1;
    if (tries <= mostTries) await wait(between);
    // where nothing can ever be removed, an anchor out of turn is better than none
    else if (!(await removed(file))) break;
  }
  try {
    return await work();
  } finally {
    await removed(file);
  }
}

async function removed(file: string): Promise<boolean> {
  return rm(file, { force: true }).then(
    () => true,
    () => false,
  );
}

async function taken(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx', 0o640)).close();
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

/** Tells one holding of the file from the next; '' when it is free again. */
async function madeAt(file: string): Promise<string> {
  return stat(file).then(
    ({ ino, mtimeMs }) => `${String(ino)} ${String(mtimeMs)}`,
    () => '',
  );
}
