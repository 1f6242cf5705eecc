import { phrases } from '../calendar/index.ts';
import type { Phrase, PhraseName } from '../contracts/index.ts';

/** Kinds of numbers by which languages turn their words, as Unicode names them, in its order. */
const kinds = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
type Kind = (typeof kinds)[number];

/** No paper says more of anything than this; a language's kinds of whole numbers show themselves well before. */
const most = 200;

const examples = 4;

/** Whole numbers of each kind that a language has: in English 1, and all others. */
function kindsIn(language: string): Map<Kind, number[]> {
  const rules = new Intl.PluralRules(language);
  const found = new Map<Kind, number[]>();
  for (let number = 0; number <= most; number += 1) {
    const kind = rules.select(number);
    const numbers = found.get(kind) ?? [];
    if (numbers.length < examples) found.set(kind, [...numbers, number]);
  }
  return found;
}

/** Fixed wording by which a translation knows what the service says by itself: '[number] years (few)'. */
function named(name: PhraseName, kind: Kind | undefined): string {
  const text = phrases[name];
  return typeof text === 'string' ? text : `${text.other} (${kind ?? 'other'})`;
}

/** The fixed wording of a phrase in a language: of several, the one that its number asks for. */
export function turnedIn({ says, number = 0 }: Phrase, language: string): string {
  return named(says, new Intl.PluralRules(language).select(number));
}

/** Every fixed wording of a phrase that a language needs: one for each kind of number. */
export function turnsOf(name: PhraseName, language: string): string[] {
  if (typeof phrases[name] === 'string') return [named(name, undefined)];
  const found = kindsIn(language);
  return kinds.filter((kind) => found.has(kind)).map((kind) => named(name, kind));
}

/** The first numbers of the kind that a fixed wording is for; none where its words do not turn. */
export function numbersOf(text: string, language: string): number[] {
  const [, of, kind] = /^(.+) \((zero|one|two|few|many|other)\)$/.exec(text) ?? [];
  const isTurned = Object.values(phrases).some((one) => typeof one !== 'string' && one.other === of);
  return (isTurned ? kindsIn(language).get(kind as Kind) : undefined) ?? [];
}
