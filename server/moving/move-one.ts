import { moveCase, revertMove } from '#engine';
import type { HistoryEntry, SignedPlan } from '#engine';
import { carryOut, historyOf } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { MovedCase, MovedResult } from './move.ts';
import { movedCase, noteMoved } from './moved-cases.ts';
import type { Ends } from './versions-of-move.ts';

type Outcome = Carried<{ revision: number }>;

/** What a refusal of the engine means for the case. */
const resultOf = (reason: string): MovedResult =>
  reason === 'needs-a-person' ? 'needs-a-person' : 'refused';

/**
 * Moves one case: a command of its own, decided on the case as it is now and stored whole or not at all. Taken up again
 * after a crash it is the same command, and happens once. A defect leaves the case as it was and is noted.
 */
export async function moveOne(
  host: Host,
  move: string,
  plan: SignedPlan,
  { from, to }: Ends,
  caseId: string,
  again = false,
): Promise<MovedResult> {
  const before = (await movedCase(host, move, caseId))?.body;
  const attempt = (before?.attempt ?? 1) + (before && again ? 1 : 0);
  const command = { case: caseId, by: plan.by, commandId: `${move}-${String(attempt)}` };
  const outcome = await carryOut(host, {
    ...command,
    on: () => to,
    decide: (_version, kase, act) => moveCase(plan, from, to, kase, act),
    reply: (change) => ({ revision: change.case.revision }),
  }).catch((fault: unknown): Outcome => defect(fault));
  const result = said(outcome, { move, case: caseId, attempt, at: host.clock.now(), result: 'moved' });
  await noteMoved(host, result);
  return result.result;
}

/** Takes the move of one case back, as long as nothing was completed since and nothing has moved on. */
export async function revertOne(
  host: Host,
  moved: MovedCase,
  plan: SignedPlan,
  { from, to }: Ends,
  by: string,
): Promise<Outcome> {
  const outcome = await carryOut(host, {
    ...{ case: moved.case, by, commandId: `${moved.move}-${String(moved.attempt)}-back` },
    on: () => from,
    decide: async (_version, kase, act) => {
      const history = await historyOf(host.store, moved.case);
      const at = history.findLastIndex(
        ({ kind, about }) => kind === 'case-moved' && about['plan'] === plan.hash,
      );
      const entry: HistoryEntry | undefined = history[at];
      if (!entry) return { ...no, message: 'This family was not moved by this plan.' };
      return revertMove(from, to, kase, { ...act, entry, later: history.slice(at + 1) });
    },
    reply: (change) => ({ revision: change.case.revision }),
  });
  if (outcome.kind === 'done') await noteMoved(host, { ...moved, result: 'reverted', at: host.clock.now() });
  return outcome;
}

const no = { kind: 'refused' as const, reason: 'not-a-move', findings: [] };

function said(outcome: Outcome, moved: MovedCase): MovedCase {
  switch (outcome.kind) {
    case 'done':
      return moved;
    case 'unknown':
      return { ...moved, result: 'failed', message: 'This family is not in the store any more.' };
    case 'not-stored':
      return { ...moved, result: 'failed', message: notStored };
    case 'refused': {
      const { reason, message, findings } = outcome;
      return { ...moved, result: resultOf(reason), message, ...(findings.length > 0 ? { findings } : {}) };
    }
  }
}

const notStored =
  'The move could not be stored, because the family was being worked on or the store did not take it. Try it again.';

/** A bad case holds nobody else up: it stays as it was, and says so. */
function defect(fault: unknown): Outcome {
  const name = fault instanceof Error ? fault.name : 'Fault';
  const message = `Something went wrong with this family (${name}). It stays as it was. Try it again; if it happens again, tell whoever looks after the system.`;
  return { kind: 'refused', reason: 'defect', message, findings: [] };
}
