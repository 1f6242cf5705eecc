import type { Finding } from '../../contracts/index.ts';
import { conditionsAreRead } from './conditions-are-read.ts';
import { conditionsNameKnownAnswers } from './conditions-name-known-answers.ts';
import { conditionsReadTerms } from './conditions-read-terms.ts';
import { loopHoldsADecision } from './loop-holds-a-decision.ts';
import { statutorySteps } from './statutory-steps.ts';
import { stepIsRead } from './step-is-read.ts';
import type { Check, Drawing } from './drawing.ts';
import { checkLive, liveChecks } from './live.ts';

export type { Check, Drawing, Statutory } from './drawing.ts';

/** Every check on a drawing, by the name its findings carry. */
export const checks: Record<string, Check> = {
  ...liveChecks,
  'conditions-are-read': conditionsAreRead,
  'conditions-read-terms': conditionsReadTerms,
  'conditions-name-known-answers': conditionsNameKnownAnswers,
  'loop-holds-a-decision': loopHoldsADecision,
  'statutory-steps': statutorySteps,
  'step-is-read': stepIsRead,
};

/** Runs every check and gives all their findings, errors first. */
export const checkPathway = (drawing: Drawing, rules: Record<string, Check> = checks): Finding[] =>
  checkLive(drawing, rules);
