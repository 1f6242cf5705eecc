import type { CaseRecord, Clock, Condition, FormQuestion } from '../contracts/index.ts';
import type { JourneyChange } from './change.ts';

/**
 * The reason recorded for a clock's lateness, when a form of this command asked for one and a code was chosen: what
 * somebody wrote in their own words stays in the record.
 */
export function reasonFor(change: JourneyChange, clocks: Clock[], clock: Clock): string | undefined {
  for (const record of change.records.toReversed()) {
    if (!record.children.includes(clock.child) || latest(clocks, clock, record) !== clock) continue;
    const questions = change.version.forms[record.form]?.layout.flatMap((one) => one.questions) ?? [];
    const asked = questions.filter((one) => one.type === 'radios' && asksFor(one, clock.timescale));
    for (const { id } of asked) {
      const given = record.answers.perChild[clock.child]?.[id] ?? record.answers.answers[id];
      if (typeof given === 'string') return given;
    }
  }
  return undefined;
}

/** The clock of this timescale that ran last when the form was completed. */
function latest(clocks: Clock[], { timescale }: Clock, { at }: CaseRecord): Clock | undefined {
  return clocks.findLast((one) => one.timescale === timescale && one.from <= at);
}

const asksFor = ({ when }: FormQuestion, timescale: string): boolean =>
  when !== undefined && namesLate(when, timescale);

function namesLate(condition: Condition, timescale: string): boolean {
  if ('late' in condition) return condition.late === timescale;
  const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return inner.some((one) => namesLate(one, timescale));
}
