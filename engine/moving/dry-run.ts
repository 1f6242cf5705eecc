import type { Case, Version } from '../contracts/index.ts';
import { landCase } from './land-case.ts';
import type { TrackLanding } from './land-track.ts';
import type { MovePlan } from './plan.ts';
import type { Trouble } from './trouble.ts';

/** What a plan would do to all open cases, without doing it. */
export interface DryRun {
  cases: number;
  /** cases that would move, and children in them */
  move: number;
  children: number;
  /** cases on the new version already; cases on a third one, which this plan leaves alone */
  alreadyThere: number;
  elsewhere: number;
  /** per child: steps that go on, close, or open */
  steps: { goOn: number; close: number; open: number };
  /** the cases for which a person must say more, by name */
  needAPerson: { case: string; name: string; troubles: (Trouble & { child: string })[] }[];
}

/** Tries a plan on every case: counts, and by name those that need a person. */
export function dryRun(plan: MovePlan, from: Version, to: Version, cases: Iterable<Case>): DryRun {
  const run: DryRun = {
    ...{ cases: 0, move: 0, children: 0, alreadyThere: 0, elsewhere: 0 },
    ...{ steps: { goOn: 0, close: 0, open: 0 }, needAPerson: [] },
  };
  for (const kase of cases) {
    run.cases += 1;
    if (kase.version === to.id) run.alreadyThere += 1;
    else if (kase.version !== from.id) run.elsewhere += 1;
    else tryCase(run, plan, from, to, kase);
  }
  return run;
}

function tryCase(run: DryRun, plan: MovePlan, from: Version, to: Version, kase: Case): void {
  const landing = landCase(plan, from, to, kase);
  if (!landing.lands) {
    run.needAPerson.push({ case: kase.id, name: kase.name, troubles: landing.tracks.flatMap(troublesOf) });
    return;
  }
  run.move += 1;
  run.children += kase.children.length;
  for (const landed of landing.tracks) {
    if (landed.kind === 'lands') {
      run.steps.goOn += landed.steps.length;
      run.steps.open += landed.opened.length;
    }
    if (landed.kind !== 'needs-a-person') run.steps.close += landed.closed.length;
  }
}

const troublesOf = (landing: TrackLanding): (Trouble & { child: string })[] =>
  landing.kind === 'needs-a-person'
    ? landing.troubles.map((trouble) => ({ ...trouble, child: landing.child }))
    : [];
