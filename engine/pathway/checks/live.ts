import type { Finding } from '../../contracts/index.ts';
import { allowedElements } from './allowed-elements.ts';
import { branchIsStage } from './branch-is-stage.ts';
import { branchesHaveNames } from './branches-have-names.ts';
import { callsLeadSomewhere } from './calls-lead-somewhere.ts';
import { everyPathEnds } from './every-path-ends.ts';
import { flowStaysInStage } from './flow-stays-in-stage.ts';
import { flowsDoNotCross } from './flows-do-not-cross.ts';
import { idsAreFree } from './ids-are-free.ts';
import { messagesMeet } from './messages-meet.ts';
import { neededFactsAreRecorded } from './needed-facts-are-recorded.ts';
import { noPseudoSteps } from './no-pseudo-steps.ts';
import { oneApprovalIsEnough } from './one-approval-is-enough.ts';
import { oneMainProcess } from './one-main-process.ts';
import { oneStart } from './one-start.ts';
import { questionHasDefault } from './question-has-default.ts';
import { questionHasName } from './question-has-name.ts';
import { stageHasFewRoles } from './stage-has-few-roles.ts';
import { stageIsSmall } from './stage-is-small.ts';
import { statutoryQuestions } from './statutory-questions.ts';
import { statutoryTimescales } from './statutory-timescales.ts';
import { stepHasForm } from './step-has-form.ts';
import { stepHasPurpose } from './step-has-purpose.ts';
import { stepHasRole } from './step-has-role.ts';
import { stepHasTimescale } from './step-has-timescale.ts';
import { stepHasVerbAndObject } from './step-has-verb-and-object.ts';
import { stepKeepsItsId } from './step-keeps-its-id.ts';
import { stepsToMerge } from './steps-to-merge.ts';
import { termAskedAgain } from './term-asked-again.ts';
import { timerHasTimescale } from './timer-has-timescale.ts';
import { timescaleCountsAsItsSource } from './timescale-counts-as-its-source.ts';
import { waitIsCutShort } from './wait-is-cut-short.ts';
import type { Check, Drawing } from './drawing.ts';

/** The checks that an editor runs at every change. Those that read expressions need their grammar, and wait for the server. */
export const liveChecks: Record<string, Check> = {
  'allowed-elements': allowedElements,
  'one-main-process': oneMainProcess,
  'one-start': oneStart,
  'every-path-ends': everyPathEnds,
  'flow-stays-in-stage': flowStaysInStage,
  'calls-lead-somewhere': callsLeadSomewhere,
  'wait-is-cut-short': waitIsCutShort,
  'question-has-name': questionHasName,
  'branches-have-names': branchesHaveNames,
  'question-has-default': questionHasDefault,
  'messages-meet': messagesMeet,
  'step-has-verb-and-object': stepHasVerbAndObject,
  'step-has-role': stepHasRole,
  'step-has-form': stepHasForm,
  'step-has-purpose': stepHasPurpose,
  'step-has-timescale': stepHasTimescale,
  'timer-has-timescale': timerHasTimescale,
  'timescale-counts-as-its-source': timescaleCountsAsItsSource,
  'needed-facts-are-recorded': neededFactsAreRecorded,
  'term-asked-again': termAskedAgain,
  'statutory-timescales': statutoryTimescales,
  'statutory-questions': statutoryQuestions,
  'step-keeps-its-id': stepKeepsItsId,
  'branch-is-stage': branchIsStage,
  'ids-are-free': idsAreFree,
  'no-pseudo-steps': noPseudoSteps,
  'stage-is-small': stageIsSmall,
  'stage-has-few-roles': stageHasFewRoles,
  'flows-do-not-cross': flowsDoNotCross,
  'one-approval-is-enough': oneApprovalIsEnough,
  'steps-to-merge': stepsToMerge,
};

/**
 * Runs every check given and gives all their findings, errors first. A check that fails itself becomes a finding of level
 * 'error' and hides no other.
 */
export function checkLive(drawing: Drawing, rules: Record<string, Check> = liveChecks): Finding[] {
  const found = Object.entries(rules).flatMap(([name, check]) => {
    try {
      return check(drawing);
    } catch (defect) {
      const message = `The check “${name}” failed and has said nothing: ${(defect as Error).message}. Report it.`;
      return [{ check: name, level: 'error', message } satisfies Finding];
    }
  });
  return found.sort((a, b) => weight[a.level] - weight[b.level]);
}

const weight = { error: 0, warning: 1, advice: 2 };
