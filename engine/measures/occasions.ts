import type { Day, MeasureBase, Period } from '../contracts/index.ts';
import { addMonths } from '../calendar/index.ts';
import type { Asked, Occasion } from './asked.ts';
import { between } from './by-day.ts';
import { happeningsIn, passingsIn, timesIn } from './caseload.ts';
import { holds } from './conditions.ts';

/** What a figure looks at: what happened in the period, or what is open as at its last day. */
export function occasionsOf(base: MeasureBase, period: Period, asked: Asked): Occasion[] {
  if (base.each === 'open') return openOn(base, period.to, asked);
  if (base.each === 'ended') return endedIn(base.span, period, asked);
  if (base.each === 'new-worker') return newWorkers(period, asked);
  return happenedIn(base, period, asked);
}

type Happening = Extract<MeasureBase, { each: 'happening' }>;

function happenedIn(base: Happening, { from, to }: Period, asked: Asked): Occasion[] {
  const { facts, values, where, monthsEarlier = 0 } = base;
  const [first, last] = [addMonths(from, -monthsEarlier), addMonths(to, -monthsEarlier)];
  const occasions: Occasion[] = [];
  for (const fact of facts) {
    for (const same of between(happeningsIn(asked.caseload, fact), first, last)) {
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
  for (const same of between(timesIn(asked.caseload, span), '', period.to)) {
    for (const { folded, from: start, to: here } of same) {
      if (here === undefined || here < period.from || here > period.to) continue;
      occasions.push({ folded, here, start, facts: [] });
    }
  }
  return occasions;
}

/** A family that passes from one worker to another. */
function newWorkers({ from, to }: Period, { caseload }: Asked): Occasion[] {
  const passed = between(passingsIn(caseload), from, to).flat();
  return passed.map(({ folded, day }) => ({ folded, here: day, start: day, facts: [] }));
}
