import type { AuditEntry, Refused } from '../store/port.ts';
import type { Reserve } from './reserve.ts';

/**
 * What became of an entry. `moving`: the store is being moved, it will never be in it. `lost`: neither the store nor the
 * reserve took it, only memory and the log have it.
 */
export type Kept = 'kept' | 'moving' | 'lost';

/** Where entries go to: the store's chain of this process. */
export interface Trail {
  /** resolves when the entry is durable, or can't be: what was read leaves only when it is */
  write(entry: AuditEntry): Promise<Kept>;
  /** tries once more what waits, and what servers left that ended */
  retry(): Promise<void>;
  /** entries the store would not take yet */
  waiting(): number;
  /** entries of which only the log tells */
  dropped(): number;
}

interface Queued {
  entry: AuditEntry;
  done: (kept: Kept) => void;
}

/** Waiting in memory, beside the reserve; beyond it only the log has them. */
const mostWaiting = 10_000;

/**
 * Requests that end at the same time share one durable write. Where the store refuses (a full disk), people can
 * go on reading while there is room in the reserve: entries are durable there, stand in the log meanwhile, and are
 * appended when the store takes them again. A store that is being moved takes none any more: the servers end after it.
 */
export function auditTrail(
  append: (entries: AuditEntry[]) => Promise<{ ok: true } | Refused>,
  log: { error(facts: object, message: string): void },
  reserve?: Reserve,
): Trail {
  let queue: Queued[] = [];
  let held: AuditEntry[] = [];
  let dropped = 0;
  let flushing: Promise<void> | undefined;
  const tryAppend = (entries: AuditEntry[]) =>
    append(entries).catch((): Refused => ({ ok: false, reason: 'unavailable' }));

  const hold = (entries: AuditEntry[], why: string): Kept => {
    const room = Math.max(0, mostWaiting - held.length);
    dropped += Math.max(0, entries.length - room);
    held.push(...entries.slice(0, room));
    for (const entry of entries) log.error({ audit: entry, why }, 'audit entry waits');
    return reserve === undefined || (room >= entries.length && reserve.keep(entries)) ? 'kept' : 'lost';
  };

  const flushOnce = async (): Promise<void> => {
    const batch = queue;
    queue = [];
    const fresh = batch.map((one) => one.entry);
    const answer = await tryAppend([...held, ...fresh]);
    let kept: Kept = 'kept';
    if (answer.ok) {
      held = [];
      reserve?.empty();
    } else kept = answer.moving === true ? 'moving' : hold(fresh, answer.reason);
    for (const one of batch) one.done(kept);
  };
  const flush = async (): Promise<void> => {
    do await flushOnce();
    while (queue.length > 0);
    flushing = undefined;
  };

  return {
    waiting: () => held.length,
    dropped: () => dropped,
    async retry() {
      if (held.length > 0) await (flushing ??= flush());
      const left = reserve?.left();
      if (!left) return;
      if (left.entries.length === 0 || (await tryAppend(left.entries)).ok) left.gone();
    },
    write: (entry) =>
      new Promise((done) => {
        queue.push({ entry, done });
        flushing ??= new Promise((begin) => setImmediate(begin)).then(flush);
      }),
  };
}
