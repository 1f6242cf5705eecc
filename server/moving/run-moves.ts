import { dayOf } from '#engine';
import type { SignedPlan } from '#engine';
import { secondsAfter } from '../clock.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { casesOn } from './cases-on.ts';
import { allMoves, changeMove, storedMove } from './move.ts';
import type { MoveBody } from './move.ts';
import { countMoved, movedCases } from './moved-cases.ts';
import { moveOne } from './move-one.ts';
import { endsOf } from './versions-of-move.ts';

/** Seconds a server holds a move without a word before another takes it up. */
const lease = 10;

/** Runs the moves that are under way, one case at a time. */
export interface Mover {
  /** takes up what is under way and nobody carries out; resolves when it stands still */
  go(): Promise<void>;
  /** stops after the case in hand */
  stop(): Promise<void>;
}

/**
 * Carries out moves in the background. What has come about stands in the store, so that whichever server comes next
 * goes on where this one stopped; two at once do no harm, because every case is a command that happens once.
 */
export function startMover(host: Host, failed: (move: string, fault: unknown) => void): Mover {
  let running: Promise<void> | undefined;
  let stopping = false;
  const isStopping = (): boolean => stopping;
  const all = async (): Promise<void> => {
    for (const { id, state } of await allMoves(host)) {
      if (state !== 'moving' || isStopping()) continue;
      await run(host, id, isStopping).catch((fault: unknown) => failed(id, fault));
    }
  };
  let asked = false;
  const untilStill = async (): Promise<void> => {
    while (asked && !stopping) {
      asked = false;
      await all();
    }
  };
  const go = (): Promise<void> => {
    // asked while it runs, it looks once more: a move may have begun meanwhile
    asked = true;
    running ??= untilStill().finally(() => (running = undefined));
    return running;
  };
  const timer = setInterval(() => void go().catch((fault: unknown) => failed('', fault)), lease * 1000);
  timer.unref();
  return {
    go,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function run(host: Host, id: string, isStopping: () => boolean): Promise<void> {
  if (!(await take(host, id))) return;
  const { body: move } = await storedMove(host, id);
  const { signed, team } = move;
  if (!signed) return;
  const ends = await endsOf(host, move);
  const taken = new Set((await movedCases(host, id)).map((one) => one.case));
  for await (const caseId of casesOn(host, move.from, team === undefined ? {} : { team })) {
    if (isStopping() || !(await goesOn(host, id))) return;
    if (!taken.has(caseId)) await moveOne(host, id, signed, ends, caseId);
  }
  await settleInterrupted(host, id, signed, ends);
  await finish(host, id);
}

/** A case that was moved when the server fell, before that was noted, is on the new version: it is noted now. */
async function settleInterrupted(
  host: Host,
  id: string,
  signed: SignedPlan,
  ends: Awaited<ReturnType<typeof endsOf>>,
): Promise<void> {
  const { body: move } = await storedMove(host, id);
  const noted = new Set((await movedCases(host, id)).map((one) => one.case));
  // for some of them the move may have been the end
  for await (const caseId of casesOn(host, move.to, { ended: true })) {
    if (noted.has(caseId)) continue;
    const known = await host.store.answered(caseId, `${id}-1`, signed.by);
    if (known) await moveOne(host, id, signed, ends, caseId);
  }
}

/** Takes a move up, unless another server has it in hand. */
async function take(host: Host, id: string): Promise<boolean> {
  const now = host.clock.now();
  const { process } = host.store.about;
  const runner = { process, until: secondsAfter(now, lease) };
  const move = await changeMove(host, id, (one) => {
    const isTaken = one.runner && one.runner.process !== process && one.runner.until > now;
    return one.state !== 'moving' || isTaken ? one : { ...one, runner };
  });
  return move.state === 'moving' && move.runner?.process === process;
}

/** Whether the move is still this server's to go on with; its lease is made longer on the way. */
async function goesOn(host: Host, id: string): Promise<boolean> {
  const now = host.clock.now();
  const { process } = host.store.about;
  const { body: move } = await storedMove(host, id);
  if (move.state !== 'moving' || move.runner?.process !== process) return false;
  if (move.runner.until > secondsAfter(now, lease / 2)) return true;
  return take(host, id);
}

async function finish(host: Host, id: string): Promise<void> {
  const counts = countMoved(await movedCases(host, id));
  await changeMove(host, id, ({ runner: _, ...move }) =>
    move.state === 'moving' ? { ...move, state: 'done', counts } : { ...move, counts },
  );
}

/** Lets a signed move go on, or pause. Nothing moves before the new version is in effect. */
export async function runMove(host: Host, id: string, state: 'go' | 'pause'): Promise<MoveBody> {
  return changeMove(host, id, (move) => {
    if (!move.signed)
      refuse(409, 'not-signed', 'Sign the plan first: nothing moves without a name under it.');
    const { effective } = move;
    if (effective !== undefined && effective > dayOf(host.clock.now()) && state === 'go') {
      refuse(409, 'not-in-effect', 'The new version is not in effect yet. Families move from that day on.');
    }
    if (state === 'pause') return move.state === 'moving' ? { ...move, state: 'paused' } : move;
    return move.state === 'moving' ? move : { ...move, state: 'moving' };
  });
}
