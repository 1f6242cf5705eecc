import type { Answers, Case, Form, Version } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';

/**
 * Timescales that this form would end late for the child, or that are late already on the day.
 * Where the form itself says on which day the ending fact happened, that day counts, not the day of typing.
 */
export function lateFor(
  version: Version,
  kase: Case,
  form: Form,
  child: string,
  answers: Answers,
  now: string,
): string[] {
  return kase.clocks
    .filter((clock) => clock.child === child && !clock.stopped)
    .filter((clock) => {
      const until = version.timescales.find((one) => one.id === clock.timescale)?.until ?? [];
      const ending = form.facts.find((fact) => until.includes(fact.fact));
      const said = ending && (answers.perChild[child]?.[ending.on] ?? answers.answers[ending.on]);
      const on = typeof said === 'string' ? said : now;
      return clock.due.includes('T') ? momentish(on, now) > clock.due : day(on) > clock.due;
    })
    .map((clock) => clock.timescale);
}

const day = (on: string): string => (on.includes('T') ? dayOf(on) : on);
const momentish = (on: string, now: string): string => (on.includes('T') ? on : now);
