import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DisposalKept } from '../disposal.ts';
import type { KeyState } from '../sealing.ts';
import { storeFile } from './copy.ts';
import { openDatabase } from './database.ts';
import { emptyLog } from './empty-log.ts';
import type { Scope } from './scope.ts';

/** The store as it stands at one moment, to be read from end to end while others write. */
export interface Snapshot extends Scope {
  /** what became of a key; one that a disposal of this moment is about to destroy counts as destroyed */
  key(id: string): KeyState;
  /** asked before each row: now and then it gives way to whatever else this process has to do */
  rest(): Promise<void> | undefined;
}

const rowsAtATime = 20;

/** On a connection of its own: what is written meanwhile is not seen, and nobody who writes waits. */
export async function atOneMoment<T>(scope: Scope, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const db = openDatabase(join(scope.folder, storeFile), { readOnly: true });
  try {
    db.connection.exec('BEGIN');
    const going = keysGoing({ ...scope, db });
    let rows = 0;
    return await work({
      ...{ ...scope, db },
      key: (id) => (going.has(id) ? 'destroyed' : scope.keys.states([id])(id)),
      rest() {
        rows += 1;
        return rows % rowsAtATime === 0 ? setImmediate() : undefined;
      },
    });
  } finally {
    db.close();
    // a disposal meanwhile could not, while this read what was there before it
    emptyLog(scope.db);
  }
}

/** The content goes first and the keys after it: between the two stands what still has to be destroyed. */
function keysGoing({ db, authority }: Scope): Set<string> {
  const rows = db.all<{ body: string }>(
    `SELECT body FROM documents WHERE authority = :authority AND kind = 'disposal' AND about = 'unfinished'`,
    { authority },
  );
  return new Set(rows.flatMap(({ body }) => keysIn(body)));
}

function keysIn(body: string): string[] {
  try {
    return (JSON.parse(body) as Partial<DisposalKept> | null)?.keys ?? [];
  } catch {
    // a document that was damaged is named with the others
    return [];
  }
}
