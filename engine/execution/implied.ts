/**
 * What the answers so far already say about a further condition. Conditions that compare one term with fixed
 * values (`x = "a"`, `x in ["a", "b"]`, `x = "a" or x = "b"`, `x != "a"`, `x`, `not(x)`) are understood; any
 * other is known only once it has itself been answered.
 */
export class Implied {
  readonly #answers = new Map<string, boolean>();
  readonly #terms = new Map<string, Known>();

  /** Whether the condition must be true or false by now; undefined when both can still be. */
  says(condition: string): boolean | undefined {
    const answered = this.#answers.get(condition);
    if (answered !== undefined) return answered;
    const test = readTest(condition);
    const known = test && this.#terms.get(test.term);
    if (!test || !known) return undefined;
    const holds = impliedBy(known, test.values);
    if (test.positive || holds === undefined) return holds;
    // FEEL has no answer for not(x) or x != "a" when x holds nothing, or a value of another type
    return holds ? false : comparable(known, test.values) ? true : undefined;
  }

  learn(condition: string, answer: boolean): void {
    this.#answers.set(condition, answer);
    const test = readTest(condition);
    if (!test || !(test.positive || answer)) return;
    const known = this.#terms.get(test.term) ?? { oneOf: null, not: new Set<string>() };
    this.#terms.set(test.term, learned(known, test.values, answer === test.positive));
  }
}

/** A condition on one term: that it has (or with `positive: false` has not) one of these values, as FEEL writes them. */
export interface TermTest {
  term: string;
  values: string[];
  positive: boolean;
}

interface Known {
  /** the term has one of these; null: nothing but `not` is known */
  oneOf: Set<string> | null;
  not: Set<string>;
}

function impliedBy({ oneOf, not }: Known, values: string[]): boolean | undefined {
  if (!oneOf) return values.every((value) => not.has(value)) ? false : undefined;
  const within = values.filter((value) => oneOf.has(value));
  if (within.length === 0) return false;
  return within.length === oneOf.size ? true : undefined;
}

/** The term surely has a value, of the type of the values it is compared with. */
function comparable({ oneOf }: Known, values: string[]): boolean {
  return oneOf !== null && new Set([...oneOf, ...values].map((value) => typeof JSON.parse(value))).size === 1;
}

function learned({ oneOf, not }: Known, values: string[], holds: boolean): Known {
  if (holds)
    return { oneOf: new Set(values.filter((value) => (oneOf ? oneOf.has(value) : !not.has(value)))), not };
  if (!oneOf) return { oneOf, not: new Set([...not, ...values]) };
  return { oneOf: new Set([...oneOf].filter((value) => !values.includes(value))), not };
}

const literal = String.raw`"[^"]*"|-?\d+(?:\.\d+)?|true|false|null`;
const term = String.raw`[A-Za-z_][\w.]*`;
const comparison = new RegExp(`^(${term})\\s*(!?=)\\s*(${literal})$`);
const membership = new RegExp(
  `^(${term})\\s+in\\s*[[(]\\s*((?:${literal})(?:\\s*,\\s*(?:${literal}))*)\\s*[\\])]$`,
);
const alone = new RegExp(`^(${term})$`);
const negated = /^not\s*\((.*)\)$/;

/** Reads a condition that tests one term against fixed values; null when it is of another kind. */
export function readTest(condition: string): TermTest | null {
  const text = condition.trim();
  const inner = negated.exec(text)?.[1];
  if (inner !== undefined) {
    const test = readTest(inner);
    return test && { ...test, positive: !test.positive };
  }
  const tests = splitOr(text).map(readAtom);
  const [first] = tests;
  if (!first) return null;
  if (tests.length === 1) return first;
  if (!tests.every((test) => test?.term === first.term && test.positive)) return null;
  return { ...first, values: tests.flatMap((test) => test?.values ?? []) };
}

/** Splits at `or` outside of quotes. */
const splitOr = (text: string): string[] =>
  (text.match(/(?:"[^"]*"|(?!\sor\s)[^"])+/g) ?? []).map((part) => part.replace(/^\s*or\s/, '').trim());

function readAtom(text: string): TermTest | null {
  const equal = comparison.exec(text);
  if (equal) return { term: equal[1] ?? '', values: [equal[3] ?? ''], positive: equal[2] === '=' };
  const member = membership.exec(text);
  if (member) {
    return {
      term: member[1] ?? '',
      values: member[2]?.match(new RegExp(literal, 'g')) ?? [],
      positive: true,
    };
  }
  const single = alone.exec(text);
  if (single && !/^(true|false|null)$/.test(text)) return { term: text, values: ['true'], positive: true };
  return null;
}
