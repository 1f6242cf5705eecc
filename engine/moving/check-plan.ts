import type { Finding, Version } from '../contracts/index.ts';
import type { Aim } from './aim.ts';
import type { MovePlan } from './plan.ts';
import { choicesArePlaces } from './plan-checks/choices-are-places.ts';
import { clocksAreNamed } from './plan-checks/clocks-are-named.ts';
import { everyPlaceFollows } from './plan-checks/every-place-follows.ts';
import { everyStepIsMapped } from './plan-checks/every-step-is-mapped.ts';
import { keptFormsStillServe } from './plan-checks/kept-forms-still-serve.ts';
import { kindsAgree } from './plan-checks/kinds-agree.ts';
import { mappedOnce } from './plan-checks/mapped-once.ts';
import { rolesAreSeen } from './plan-checks/roles-are-seen.ts';
import { stepsLieOnTheWay } from './plan-checks/steps-lie-on-the-way.ts';
import { strandsAreMapped } from './plan-checks/strands-are-mapped.ts';
import { versionsAreNamed } from './plan-checks/versions-are-named.ts';
import { whyIsSaid } from './plan-checks/why-is-said.ts';

/** A rule looks at a plan and both versions and says what is wrong; it changes nothing and knows no other rule. */
type PlanCheck = (aim: Aim) => Finding[];

const planChecks: PlanCheck[] = [
  versionsAreNamed,
  strandsAreMapped,
  everyStepIsMapped,
  mappedOnce,
  kindsAgree,
  stepsLieOnTheWay,
  choicesArePlaces,
  everyPlaceFollows,
  keptFormsStillServe,
  rolesAreSeen,
  clocksAreNamed,
  whyIsSaid,
];

/**
 * Everything that is wrong with a plan, or that people should know of it, at once. Errors stop it from being signed;
 * warnings name places where a child could stand and a person would have to choose; advice is for reading.
 */
export function checkPlan(plan: MovePlan, from: Version, to: Version): Finding[] {
  return planChecks.flatMap((check) => check({ plan, from, to }));
}
