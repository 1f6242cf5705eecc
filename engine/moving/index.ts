/** Front door: open cases come to another version by a plan that is proposed, checked, tried, signed and carried out. */
export { checkPlan } from './check-plan.ts';
export { dryRun } from './dry-run.ts';
export type { DryRun } from './dry-run.ts';
export { landCase, landingFindings } from './land-case.ts';
export type { CaseLanding } from './land-case.ts';
export type { TrackLanding } from './land-track.ts';
export { moveCase } from './move-case.ts';
export type { AboutMove, BeforeMove } from './move-case.ts';
export { isAsSigned, signPlan } from './plan.ts';
export type { MovePlan, PlaceChoice, SignedPlan, StepMap } from './plan.ts';
export { proposePlan } from './propose-plan.ts';
export type { Proposal, ToDecide } from './propose-plan.ts';
export { revertMove } from './revert-move.ts';
export type { RevertMove } from './revert-move.ts';
export { isSameForm, versionForTask } from './same-form.ts';
export type { Suggestion } from './suggestions.ts';
export type { NearPlace, Trouble } from './trouble.ts';
