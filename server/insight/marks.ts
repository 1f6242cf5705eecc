import type { DuplicateMark } from '#engine';
import { refuse, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import { allDocuments } from '../store/port.ts';

/** What the group says of a pair of questions, as it is stored. */
export interface StoredMark extends DuplicateMark {
  pair: string;
}

/** What is said of every pair by now, by pair. */
export async function marksOf({ store }: Services): Promise<Record<string, DuplicateMark>> {
  const marks: Record<string, DuplicateMark> = {};
  for (const { body } of await allDocuments<StoredMark>(store, { kind: 'duplicate-mark' })) {
    const { pair, ...mark } = body;
    marks[pair] = mark;
  }
  return marks;
}

export interface Marking {
  pair: string;
  mark: DuplicateMark['mark'];
  because?: string;
  by: string;
}

/** Says what a pair is. What was said before stands in the audit trail; the latest holds. */
export async function markPair({ store, clock }: Services, marking: Marking): Promise<StoredMark> {
  const { pair, mark, because, by } = marking;
  if (mark === 'differs' && !because?.trim()) {
    const message = 'Say in what the two differ, so that nobody has to find out again.';
    refuse(422, 'no-reason', message, { findings: [{ check: 'differs-because', level: 'error', message }] });
  }
  const body: StoredMark = {
    pair,
    mark,
    ...(because?.trim() ? { because: because.trim() } : {}),
    by,
    at: clock.now(),
  };
  const before = await store.document('duplicate-mark', pair);
  const expecting = before?.revision ?? 0;
  const put = await store.put({
    kind: 'duplicate-mark',
    id: pair,
    body,
    expecting,
    change: { kind: 'pathway' },
  });
  if (!put.ok) refuseWrite(put);
  return body;
}
