import { setImmediate } from 'node:timers/promises';
import { dryRun, signPlan } from '#engine';
import type { Case, DryRun, MovePlan, Version } from '#engine';
import type { Host } from '../host.ts';
import { casesOn } from './cases-on.ts';
import { changeMove, storedMove } from './move.ts';
import type { MoveBody, NeedsAPerson, Trial } from './move.ts';
import { sayPlace } from './say-place.ts';
import { endsOf } from './versions-of-move.ts';

/** Tries the plan on every case it is for, and keeps what came of it. Nothing is moved. */
export async function tryMove(host: Host, id: string, by: string): Promise<MoveBody> {
  const { body: move } = await storedMove(host, id);
  const ends = await endsOf(host, move);
  const trial = await tryCases(host, move, ends, by);
  return changeMove(host, id, (now) =>
    // of a plan that was changed meanwhile this says nothing
    sealOf(now.plan) === trial.plan ? { ...now, trial } : now,
  );
}

async function tryCases(
  host: Host,
  move: MoveBody,
  { from, to }: { from: Version; to: Version },
  by: string,
): Promise<Trial> {
  const { plan, team } = move;
  const trial: Trial = {
    ...{ at: host.clock.now(), by, plan: sealOf(plan), cases: 0, move: 0, children: 0 },
    ...{ alreadyThere: 0, elsewhere: 0, steps: { goOn: 0, close: 0, open: 0 }, needAPerson: [] },
  };
  const cases = casesOn(host, move.from, team === undefined ? {} : { team });
  for await (const caseId of cases) {
    const kase = (await host.store.load(caseId))?.case;
    if (kase) add(trial, tried(plan, from, to, kase), to);
    // one case at a time: others are answered between two of them
    await setImmediate();
  }
  const there = casesOn(host, move.to, team === undefined ? {} : { team });
  for await (const _ of there) trial.alreadyThere += 1;
  return trial;
}

const tried = (plan: MovePlan, from: Version, to: Version, kase: Case): DryRun =>
  dryRun(plan, from, to, [kase]);

function add(trial: Trial, one: DryRun, to: Version): void {
  trial.cases += one.cases;
  trial.move += one.move;
  trial.children += one.children;
  trial.elsewhere += one.elsewhere;
  for (const key of ['goOn', 'close', 'open'] as const) trial.steps[key] += one.steps[key];
  trial.needAPerson.push(...one.needAPerson.map((needs) => asKept(needs, to)));
}

function asKept({ case: id, troubles }: DryRun['needAPerson'][number], to: Version): NeedsAPerson {
  return {
    case: id,
    troubles: troubles.map(({ child, reason, process, open, done, message, nearest }) => ({
      ...{ child, reason, process, open, ...(done ? { done } : {}), message },
      nearest: nearest.map(({ choice }) => ({ choice, says: sayPlace(to, choice) })),
    })),
  };
}

/** Tells one plan from another. */
export function sealOf(plan: MovePlan): string {
  return signPlan(plan, { by: '', now: '' }).hash;
}
