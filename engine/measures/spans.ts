import type { Day, MeasureSpan } from '../contracts/index.ts';
import type { Folded, Lasted } from './folded.ts';

/** The times something was open in a journey; what opens while it is open already opens nothing. */
export function timesOf(span: MeasureSpan, folded: Folded): readonly Lasted[] {
  const { times } = folded;
  const known = times.find((one) => one.span === span);
  if (known) return known.lasted;
  const found = read(span, folded);
  const lasted = found.length > 0 ? found : never;
  times.push({ span, lasted });
  return lasted;
}

const never: readonly Lasted[] = [];

function read({ from, until }: MeasureSpan, folded: Folded): Lasted[] {
  const { journey, facts } = folded;
  if (from === undefined) return [lasting(folded, journey.opened, journey.closed)];
  const times: Lasted[] = [];
  let since: Day | undefined;
  for (const { fact, day } of facts) {
    if (since !== undefined && until.includes(fact) && (day > since || fact !== from)) {
      times.push(lasting(folded, since, day));
      since = undefined;
    }
    if (fact === from) since ??= day;
  }
  if (since !== undefined) times.push(lasting(folded, since, journey.closed));
  return times;
}

const lasting = (folded: Folded, from: Day, to: Day | undefined): Lasted => ({
  ...{ folded, from },
  ...(to === undefined ? {} : { to }),
});

/** Since when it was open at the end of a day; undefined: it was not. */
export function openSince(span: MeasureSpan, folded: Folded, day: Day): Day | undefined {
  return timesOf(span, folded).find(({ from, to }) => from <= day && (to === undefined || to > day))?.from;
}
