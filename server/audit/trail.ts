import type { AuditEntry, Refused } from '../store/port.ts';

/** Where entries go to: the store's chain of this process. */
export interface Trail {
  /**
   * Resolves when the entry is durable: the answer leaves after that. False while the store is being moved: then it
   * will never be, and the answer must not leave.
   */
  write(entry: AuditEntry): Promise<boolean>;
  /** entries the store would not take yet */
  waiting(): number;
}

interface Queued {
  entry: AuditEntry;
  done: (kept: boolean) => void;
}

/** Kept while the disk is full; beyond it only the log has them. */
const mostWaiting = 10_000;

/**
 * Requests that end at the same time share one durable write. Where the store refuses (a full disk), people can
 * go on reading: entries wait in memory, stand in the log meanwhile, and are appended when there is room again. A
 * store that is being moved takes none any more: the servers end after it.
 */
export function auditTrail(
  append: (entries: AuditEntry[]) => Promise<{ ok: true } | Refused>,
  log: { error(facts: object, message: string): void },
): Trail {
  let queue: Queued[] = [];
  let held: AuditEntry[] = [];
  let flushing = false;

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      const entries = [...held, ...batch.map((one) => one.entry)];
      const answer = await append(entries).catch((): Refused => ({ ok: false, reason: 'unavailable' }));
      const moving = !answer.ok && answer.moving === true;
      if (answer.ok) {
        held = [];
      } else if (!moving) {
        held = entries.slice(-mostWaiting);
        for (const { entry } of batch) log.error({ audit: entry, why: answer.reason }, 'audit entry waits');
      }
      for (const one of batch) one.done(!moving);
    }
    flushing = false;
  };

  return {
    waiting: () => held.length,
    write: (entry) =>
      new Promise((done) => {
        queue.push({ entry, done });
        if (flushing) return;
        flushing = true;
        setImmediate(() => void flush());
      }),
  };
}
