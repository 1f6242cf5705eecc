import type { Host } from '../host.ts';
import { recordsOf } from '../cases/index.ts';
import type { StoredAuditEntry } from '../store/port.ts';

/**
 * Which entries of a family are of one child: of the child's own details, of records and tasks the child is in, and of
 * pages of the whole family, on which every child stands. What is only about others is left out.
 */
export async function ofChild(
  { store }: Host,
  caseId: string,
  child: string,
): Promise<(entry: StoredAuditEntry) => boolean> {
  const records = new Map((await recordsOf(store, caseId)).map((one) => [one.id, one.children]));
  return ({ thing }) => {
    if (thing?.kind === 'person') return thing.id === child;
    if (thing?.kind !== 'record') return true;
    return records.get(thing.id)?.includes(child) ?? true;
  };
}
