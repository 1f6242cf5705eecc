import type { Day, MeasureBase, Period } from '../contracts/index.ts';
import { addMonths } from '../calendar/index.ts';
import type { Asked, Occasion } from './asked.ts';
import type { Folded } from './caseload.ts';
import { holds } from './conditions.ts';
import { openSince, timesOf } from './spans.ts';

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
    const all = asked.caseload.byFact.get(fact) ?? [];
    for (let at = firstFrom(all, first); at < all.length; at++) {
      const one = all[at];
      if (!one || one.happened.day > last) break;
      const { folded, happened } = one;
      if (values && !values.includes(happened.value ?? '')) continue;
      const occasion = { ...{ folded, happened, facts }, here: happened.day, start: happened.day };
      if (!where || holds(where, occasion, asked)) occasions.push(occasion);
    }
  }
  return occasions;
}

/** Where the first happening on or after a day stands; they stand by day. */
function firstFrom(all: { happened: { day: Day } }[], from: Day): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.happened.day ?? '') < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function openOn(base: Extract<MeasureBase, { each: 'open' }>, here: Day, asked: Asked): Occasion[] {
  const span = asked.spans.get(base.span);
  if (!span) return [];
  const occasions: Occasion[] = [];
  for (const folded of candidates(span.from, asked)) {
    const start = openSince(span, folded, here);
    if (start === undefined) continue;
    const occasion = { ...{ folded, here, start }, facts: span.from === undefined ? [] : [span.from] };
    if (!base.where || holds(base.where, occasion, asked)) occasions.push(occasion);
  }
  return occasions;
}

function endedIn(id: string, period: Period, asked: Asked): Occasion[] {
  const span = asked.spans.get(id);
  if (!span) return [];
  return [...candidates(span.from, asked)].flatMap((folded) =>
    timesOf(span, folded).flatMap(({ from: start, to: here }) =>
      here === undefined || here < period.from || here > period.to
        ? []
        : [{ folded, here, start, facts: [] }],
    ),
  );
}

/** Journeys in which it can be open at all, each once. */
function candidates(fact: string | undefined, { caseload }: Asked): Iterable<Folded> {
  if (fact === undefined) return caseload.all;
  return new Set((caseload.byFact.get(fact) ?? []).map(({ folded }) => folded));
}

/** A family that passes from one worker to another; the first to hold it is no change. */
function newWorkers({ from, to }: Period, { caseload }: Asked): Occasion[] {
  return caseload.all.flatMap((folded) =>
    folded.journey.held.flatMap(({ worker, from: day }, at, held) => {
      const earlier = held.slice(0, at).findLast((one) => one.worker !== undefined)?.worker;
      if (worker === undefined || earlier === undefined || worker === earlier) return [];
      return day < from || day > to ? [] : [{ folded, here: day, start: day, facts: [] }];
    }),
  );
}
