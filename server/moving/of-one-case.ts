import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { changeMove, storedMove } from './move.ts';
import { moveOne, revertOne } from './move-one.ts';
import { countMoved, movedCase, movedCases } from './moved-cases.ts';
import { endsOf } from './versions-of-move.ts';

/** Takes one case of a move up again, or back. Says what became of it. */
export async function ofOneCase(
  host: Host,
  by: string,
  { id, case: caseId, what }: { id: string; case: string; what: 'retry' | 'revert' },
): Promise<{ result: string; message?: string }> {
  const { body: move } = await storedMove(host, id);
  const moved = (await movedCase(host, id, caseId))?.body;
  const { signed } = move;
  if (!signed || !moved) return refuseAbsent();
  const ends = await endsOf(host, move);
  if (what === 'revert') {
    if (moved.result !== 'moved')
      return refuse(409, 'not-moved', 'This family has not been moved by this plan.');
    replyOf(await revertOne(host, moved, signed, ends, by));
  } else {
    if (moved.result === 'moved') return refuse(409, 'moved', 'This family has been moved already.');
    await moveOne(host, id, signed, ends, caseId, true);
  }
  await recount(host, id);
  const now = (await movedCase(host, id, caseId))?.body ?? moved;
  return { result: now.result, ...(now.message === undefined ? {} : { message: now.message }) };
}

async function recount(host: Host, id: string): Promise<void> {
  const counts = countMoved(await movedCases(host, id));
  await changeMove(host, id, (move) => ({ ...move, counts }));
}
