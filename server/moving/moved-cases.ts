import type { Host } from '../host.ts';
import { allDocuments, type StoredDocument } from '../store/port.ts';
import type { MovedCase, MovedResult } from './move.ts';
import { noCounts } from './move.ts';

const idOf = (move: string, caseId: string): string => `${move}.${caseId}`;

/** What became of one case of a move, if it was taken up. */
export function movedCase(
  host: Host,
  move: string,
  caseId: string,
): Promise<StoredDocument<MovedCase> | undefined> {
  return host.store.document<MovedCase>('moved-case', idOf(move, caseId));
}

/** Notes what became of a case: the last word counts. */
export async function noteMoved(host: Host, result: MovedCase): Promise<void> {
  const there = await movedCase(host, result.move, result.case);
  await host.store.put({
    ...{ kind: 'moved-case', id: idOf(result.move, result.case), body: result, owner: result.move },
    ...{ expecting: there?.revision ?? 0, change: { kind: 'pathway' } },
  });
}

/** Every case that a move took up, by id. */
export async function movedCases(host: Host, move: string): Promise<MovedCase[]> {
  const found = await allDocuments<MovedCase>(host.store, { kind: 'moved-case', owner: move });
  return found.map(({ body }) => body);
}

/** How many came to which end. */
export function countMoved(results: MovedCase[]): Record<MovedResult, number> {
  const counts = noCounts();
  for (const { result } of results) counts[result] += 1;
  return counts;
}
