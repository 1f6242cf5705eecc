import type { Case, CaseTrack, Clock, Outcome, Task, Version } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { finish } from '../cases/begin.ts';
import { refuse } from '../cases/check-task.ts';
import { settleClocks } from '../cases/clocks.ts';
import { note, startWorking } from '../cases/working.ts';
import type { Act, Working } from '../cases/working.ts';
import type { Aim } from './aim.ts';
import { stageTo } from './aim.ts';
import { checkPlan } from './check-plan.ts';
import { countFrom } from './count-from.ts';
import { landCase, landingFindings } from './land-case.ts';
import type { CaseLanding } from './land-case.ts';
import { moveTasks } from './move-tasks.ts';
import { isAsSigned } from './plan.ts';
import type { SignedPlan } from './plan.ts';

/** A case before a move: enough to put it back. Stands in the history entry of the move, as `about.before`. */
export interface BeforeMove {
  tracks: Pick<CaseTrack, 'id' | 'process' | 'track' | 'ended'>[];
  tasks: Task[];
  entered: NonNullable<Case['entered']>;
  last: Case['last'];
}

/** What the history entry of a move says. */
export interface AboutMove extends Record<string, unknown> {
  from: string;
  to: string;
  plan: string;
  why: string;
  /** what went on, and what closed or opened, per child: paths in the old and new version */
  steps: { child: string; from: string | null; to: string | null }[];
  /** timescales that count anew, by happening; `before`: from where an earlier move had let them count */
  restarted: { happening: string; timescale: string; before?: string }[];
  /** timescales that ran and are no longer counted */
  dropped: { child: string; timescale: string }[];
  before: BeforeMove;
  after: Pick<CaseTrack, 'id' | 'process' | 'track'>[];
}

/**
 * Moves one case to the new version: every track to the place that follows, the same tasks with their workers and
 * notes, due dates by the new version's timescales, and one entry in the history with before and after. Refused, with
 * the case as it was, when the plan has errors, the case is on another version, or a child needs a person's choice.
 */
export function moveCase(plan: SignedPlan, from: Version, to: Version, kase: Case, act: Act): Outcome {
  if (!isAsSigned(plan)) {
    return refuse('plan-changed', 'This plan is not the one that was signed. Have it signed again.');
  }
  if (kase.version === to.id) return refuse('already-there', 'This family is on the new version already.');
  if (kase.version !== from.id) {
    return refuse('other-version', 'This family is on another version than the plan is for.');
  }
  const wrong = planErrors(plan, from, to);
  if (wrong.length > 0)
    return refuse('plan', 'The plan has errors. Put them right and sign it again.', wrong);
  const landing = landCase(plan, from, to, kase);
  if (!landing.lands) {
    const message = 'For some of the children nobody has said yet where they go on.';
    return refuse('needs-a-person', message, landingFindings(landing));
  }
  return carryOver({ plan, from, to }, plan.hash, landing, kase, act);
}

const checked = new WeakMap<
  SignedPlan,
  { from: Version; to: Version; errors: ReturnType<typeof checkPlan> }
>();

/** A plan is checked once, however many cases it moves. */
function planErrors(plan: SignedPlan, from: Version, to: Version): ReturnType<typeof checkPlan> {
  const known = checked.get(plan);
  if (known?.from === from && known.to === to) return known.errors;
  const errors = checkPlan(plan, from, to).filter(({ level }) => level === 'error');
  checked.set(plan, { from, to, errors });
  return errors;
}

function carryOver(aim: Aim, plan: string, landing: CaseLanding, kase: Case, act: Act): Outcome {
  const working = startWorking(aim.to, kase, act);
  const about: AboutMove = {
    ...{ from: aim.from.id, to: aim.to.id, plan, why: aim.plan.note },
    ...{ steps: stepsOf(landing), restarted: [], dropped: [] },
    before: structuredClone({
      tracks: kase.tracks
        .filter(({ track }) => track)
        .map(({ id, process, track }) => ({ id, process, track })),
      ...{ tasks: kase.tasks, entered: kase.entered ?? {}, last: kase.last },
    }),
    after: [],
  };
  working.case.version = aim.to.id;
  const children = kase.children.map(({ id }) => id);
  note(working, 'case-moved', children, about);
  moveTracks(working, landing);
  about.after = structuredClone(
    landing.tracks.map(({ track }) => {
      const { id, process, track: place } = trackOf(working, track);
      return { id, process, track: place };
    }),
  );
  moveTasks(working, aim, landing.tracks);
  rememberSteps(working, aim);
  if (aim.plan.clocks === 'restart') about.restarted = restartClocks(working);
  const change = finish(working);
  about.dropped = droppedClocks(kase.clocks, change.case.clocks);
  return change;
}

function moveTracks(working: Working, landing: CaseLanding): void {
  for (const landed of landing.tracks) {
    const own = trackOf(working, landed.track);
    if (landed.kind === 'ends') {
      note(working, 'track-ended', [own.child], { track: own.id, process: own.process });
      Object.assign(own, { track: null, ended: working.act.now, timers: {} });
    }
    if (landed.kind === 'lands') Object.assign(own, { process: landed.process, track: landed.to });
  }
}

function trackOf(working: Working, id: string): CaseTrack {
  const found = working.case.tracks.find((one) => one.id === id);
  if (!found) throw new Error(`case ${working.case.id} has no track ${id}`);
  return found;
}

/**
 * Who did a step stays known under the step that follows it (an author may not authorise under a new name either), and
 * a stage under a new name is not entered anew.
 */
function rememberSteps({ case: kase }: Working, { plan }: Aim): void {
  for (const done of Object.values(kase.last)) {
    const before = { ...done };
    for (const { from, to } of plan.steps) {
      const known = before[from];
      if (!known || to === null || to === from) continue;
      const own = done[to];
      if (!own || own.at < known.at) done[to] = known;
    }
  }
  for (const entered of Object.values(kase.entered ?? {})) {
    entered.stage = stageTo(plan, entered.stage) ?? entered.stage;
  }
}

/** Running clocks of local timescales count from the day of the move; a limit of the law keeps its day. */
function restartClocks(working: Working): AboutMove['restarted'] {
  const { version, act } = working;
  const trial = startWorking(version, working.case, act);
  settleClocks(trial);
  return trial.case.clocks.flatMap(({ timescale, happening, stopped }) => {
    const rule = version.timescales.find(({ id }) => id === timescale);
    // what counts back from a day to come can't begin anew
    if (stopped || !rule?.local || rule.length < 0) return [];
    const from = rule.unit === 'hours' ? act.now : dayOf(act.now);
    const before = working.case.happenings.find(({ id }) => id === happening)?.countsFrom?.[timescale];
    countFrom(working.case, happening, timescale, from);
    return [{ happening, timescale, ...(before === undefined ? {} : { before }) }];
  });
}

function droppedClocks(before: Clock[], after: Clock[]): AboutMove['dropped'] {
  const runs = (clock: Clock): boolean =>
    after.some((one) => one.timescale === clock.timescale && one.happening === clock.happening);
  return before
    .filter((clock) => !clock.stopped && !runs(clock))
    .map(({ child, timescale }) => ({ child, timescale }));
}

function stepsOf({ tracks }: CaseLanding): AboutMove['steps'] {
  return tracks.flatMap((landed) => {
    const { child } = landed;
    if (landed.kind === 'needs-a-person') return [];
    const closed = landed.closed.map((from) => ({ child, from, to: null }));
    if (landed.kind === 'ends') return closed;
    const opened = landed.opened.map((to) => ({ child, from: null, to }));
    return [...landed.steps.map((step) => ({ child, ...step })), ...closed, ...opened];
  });
}
