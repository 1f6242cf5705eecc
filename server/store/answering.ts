import type { Store, WriteRefusal } from './port.ts';

/** Why the store did not do what was asked. */
type Reason = Exclude<WriteRefusal, 'conflict'>;

/** The store did not answer a question: the disk or the database is away. A write says so by its refusal. */
export class NotAnswered extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, cause: unknown) {
    super(`The store did not answer: ${reason}.`, { cause });
    this.name = 'NotAnswered';
    this.reason = reason;
  }
}

/** The store, of which every fault with a reason is thrown as `NotAnswered`; others are defects and stay as they are. */
export function answering(store: Store, reasonOf: (fault: unknown) => Reason | undefined): Store {
  const told = (fault: unknown): never => {
    const reason = reasonOf(fault);
    throw reason ? new NotAnswered(reason, fault) : fault;
  };
  const ways = Object.entries(store).map(([name, way]: [string, unknown]) => [
    name,
    typeof way === 'function'
      ? (...asked: unknown[]) => (way(...asked) as Promise<unknown>).catch(told)
      : way,
  ]);
  return Object.fromEntries(ways) as Store;
}
