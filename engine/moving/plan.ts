import { createHash } from 'node:crypto';
import type { Moment } from '../contracts/index.ts';

/**
 * How open cases come from one version to another: a decision of people, checked, tried and signed. Plain data.
 */
export interface MovePlan {
  /** ids of both versions */
  from: string;
  to: string;
  steps: StepMap[];
  /** by strand that a drawing may start at any time: its process id in both; null: what is open in it is done */
  strands: { from: string; to: string | null }[];
  /** what a person chose where the steps alone do not say it, and instead of what they would say */
  places: PlaceChoice[];
  /**
   * Every clock is counted by the timescales of the new version. `keep`: from the day it counted from; `restart`: from
   * the day of the move, for local timescales. What the law counts always keeps its day.
   */
  clocks: 'keep' | 'restart';
  /** why the cases move, for their history */
  note: string;
}

/**
 * Where something that can be open goes: a step, a wait for time or news, or a stage. Null: it counts as done. The same
 * `from` twice is a step split into steps side by side; the same `to` twice are steps that became one.
 */
export interface StepMap {
  from: string;
  to: string | null;
  /** step: an open task keeps the form it began with, unless this says 'new' */
  form?: 'keep' | 'new';
}

/**
 * For whoever has exactly `open` open in a process of the old version: what is open for them in the new one. Ids of
 * steps, waits and stages of that process, without what only sits on their border. Of the stages among them, those in
 * `done` have nothing left that goes on, and no other. `to` empty: the process is done.
 */
export interface PlaceChoice {
  process: string;
  open: string[];
  done?: string[];
  to: string[];
}

/** A plan with the name under it. It does not change any more: what it says is sealed by `hash`. */
export interface SignedPlan extends MovePlan {
  by: string;
  at: Moment;
  hash: string;
}

/** Puts a name and a moment under a plan and seals what it says. */
export function signPlan(plan: MovePlan, act: { by: string; now: Moment }): SignedPlan {
  const content = contentOf(plan);
  return { ...content, by: act.by, at: act.now, hash: sealOf(content, act.by, act.now) };
}

/** Whether a plan still says what was signed. */
export function isAsSigned(plan: SignedPlan): boolean {
  return plan.hash === sealOf(contentOf(plan), plan.by, plan.at);
}

function contentOf({ from, to, steps, strands, places, clocks, note }: MovePlan): MovePlan {
  return structuredClone({ from, to, steps, strands, places, clocks, note });
}

/** Over the parts in a fixed order, so that a plan which was stored and read again has the same seal. */
function sealOf(plan: MovePlan, by: string, at: Moment): string {
  const steps = plan.steps.map(({ from, to, form }) => [from, to, form ?? 'keep']);
  const strands = plan.strands.map(({ from, to }) => [from, to]);
  const places = plan.places.map(({ process, open, done, to }) => [process, open, done ?? [], to]);
  const said = [plan.from, plan.to, steps, strands, places, plan.clocks, plan.note, by, at];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
