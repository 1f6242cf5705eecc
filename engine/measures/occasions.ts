import type { Day, MeasureBase, Period } from '../contracts/index.ts';
import { addMonths } from '../calendar/index.ts';
import type { Asked, Occasion } from './asked.ts';
import { between, daysWithin } from './by-day.ts';
import { endsIn, happeningsIn, passingsIn, timesIn } from './caseload.ts';
import { holds } from './conditions.ts';

/** What a figure looks at: what happened in the period, or what is open as at its last day. */
export function occasionsOf(base: MeasureBase, period: Period, asked: Asked): Occasion[] {
  return occasionsIn(base, shifted(base, period), asked);
}

/** The days on which a figure that is told for a period looks at something: it may look at so many months earlier. */
export function daysLookedAt(base: MeasureBase, period: Period, { caseload, spans }: Asked): Day[] {
  const { from, to } = shifted(base, period);
  if (base.each === 'open') return [to];
  const span = base.each === 'ended' ? spans.get(base.span) : undefined;
  if (base.each === 'ended') return span ? daysWithin(endsIn(caseload, span), from, to) : [];
  if (base.each === 'new-worker') return daysWithin(passingsIn(caseload), from, to);
  const days = base.facts.map((fact) => daysWithin(happeningsIn(caseload, fact), from, to));
  return days.length === 1 ? (days[0] ?? []) : [...new Set(days.flat())].sort();
}

function shifted(base: MeasureBase, period: Period): Period {
  const earlier = base.each === 'happening' ? (base.monthsEarlier ?? 0) : 0;
  if (earlier === 0) return period;
  return { from: addMonths(period.from, -earlier), to: addMonths(period.to, -earlier) };
}

/** What there is to look at on these days themselves. */
export function occasionsIn(base: MeasureBase, days: Period, asked: Asked): Occasion[] {
  if (base.each === 'open') return openOn(base, days.to, asked);
  if (base.each === 'ended') return endedIn(base.span, days, asked);
  if (base.each === 'new-worker') return newWorkers(days, asked);
  return happenedIn(base, days, asked);
}

type Happening = Extract<MeasureBase, { each: 'happening' }>;

function happenedIn(base: Happening, { from, to }: Period, asked: Asked): Occasion[] {
  const { facts, values, where } = base;
  const occasions: Occasion[] = [];
  for (const fact of facts) {
    for (const same of between(happeningsIn(asked.caseload, fact), from, to)) {
      for (const { folded, happened } of same) {
        if (values && !values.includes(happened.value ?? '')) continue;
        const occasion = { ...{ folded, happened, facts }, here: happened.day, start: happened.day };
        if (!where || holds(where, occasion, asked)) occasions.push(occasion);
      }
    }
  }
  return occasions;
}

function openOn(base: Extract<MeasureBase, { each: 'open' }>, here: Day, asked: Asked): Occasion[] {
  const span = asked.spans.get(base.span);
  if (!span) return [];
  const facts = span.from === undefined ? [] : [span.from];
  const occasions: Occasion[] = [];
  for (const same of between(timesIn(asked.caseload, span), '', here)) {
    for (const { folded, from: start, to } of same) {
      if (to !== undefined && to <= here) continue;
      const occasion = { folded, here, start, facts };
      if (!base.where || holds(base.where, occasion, asked)) occasions.push(occasion);
    }
  }
  return occasions;
}

function endedIn(id: string, period: Period, asked: Asked): Occasion[] {
  const span = asked.spans.get(id);
  if (!span) return [];
  const occasions: Occasion[] = [];
  for (const same of between(endsIn(asked.caseload, span), period.from, period.to)) {
    for (const { folded, from: start, to: here } of same) {
      if (here !== undefined) occasions.push({ folded, here, start, facts: [] });
    }
  }
  return occasions;
}

/** A family that passes from one worker to another. */
function newWorkers({ from, to }: Period, { caseload }: Asked): Occasion[] {
  const passed = between(passingsIn(caseload), from, to).flat();
  return passed.map(({ folded, day }) => ({ folded, here: day, start: day, facts: [] }));
}
