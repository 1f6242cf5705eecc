import type { Element, Version } from '../contracts/index.ts';
import { mappedKind, mappedSpots, spotsOf } from './drawn.ts';
import type { Spot } from './drawn.ts';

/** What may follow a step, wait or stage, and why that is thought. */
export interface Suggestion {
  to: string;
  name: string;
  because: string;
}

type Reason = (was: Spot, is: Element, from: Version, to: Version) => string | false;

/** From the strongest sign to the weakest. */
const reasons: Reason[] = [
  ({ element }, is) => element.id === is.id && 'it has the same id',
  ({ element }, is) => element.name !== '' && sameWords(element.name, is.name) && 'it has the same name',
  ({ element }, is) => element.form !== undefined && element.form === is.form && 'it opens the same form',
  ({ element }, is) =>
    element.process !== undefined && element.process === is.process && 'it holds the same steps',
  ({ element }, is) =>
    element.message !== undefined && element.message === is.message && 'it waits for the same news',
  ({ element }, is) =>
    element.timescale !== undefined && element.timescale === is.timescale && 'it waits for the same time',
  ({ element }, is, from, to) => {
    const same = factsOf(from, element).filter((fact) => factsOf(to, is).includes(fact));
    return same.length > 0 && `it records the same: ${same.map((fact) => factName(to, fact)).join(', ')}`;
  },
];

/** What of the new drawing may follow: of the same kind, each once with the best reason, the strongest first. */
export function suggestions(from: Version, to: Version, was: Spot): Suggestion[] {
  const kind = mappedKind(was.element);
  const known = spotsOf(from.pathway);
  const open = mappedSpots(to.pathway).filter(({ element, process }) => {
    if (mappedKind(element) !== kind) return false;
    // what maps by itself is rarely also the successor of something else, unless it took over its work
    const own = known.get(element.id);
    return (
      !own ||
      own.process.id !== process.id ||
      own.element.form !== element.form ||
      merges(own.element, element)
    );
  });
  const found = new Map<string, Suggestion>();
  for (const reason of reasons) {
    for (const { element } of open) {
      const because = reason(was, element, from, to);
      if (because === false || found.has(element.id)) continue;
      found.set(element.id, { to: element.id, name: element.name, because });
    }
  }
  return [...found.values()].slice(0, 5);
}

/** A step under a new name may have taken over what another did. */
const merges = (was: Element, is: Element): boolean => was.name !== is.name;

const sameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const factsOf = ({ forms }: Version, { form }: Element): string[] =>
  (forms[form ?? '']?.facts ?? []).map(({ fact }) => fact);

const factName = ({ facts }: Version, id: string): string => facts.find((fact) => fact.id === id)?.name ?? id;
