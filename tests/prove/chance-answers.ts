import type { Question } from '../../engine/contracts/index.ts';
import { evaluateFeel, parseFeel } from '../../engine/forms/feel.ts';
import type { Random } from './random.ts';

/** By term: every value that some condition of the drawing names for it. */
export type Values = Record<string, unknown[]>;

export function valuesNamed(questions: Question[]): Values {
  const values: Values = {};
  for (const { condition } of questions) {
    const reading = parseFeel(condition);
    for (const term of reading.ok ? reading.reads : []) {
      const literals = condition.match(/"[^"]*"|\btrue\b|\bfalse\b|-?\d+(\.\d+)?/g) ?? [];
      values[term] = [
        ...new Set([...(values[term] ?? []), ...literals.map((one) => JSON.parse(one) as unknown), true]),
      ];
    }
  }
  return values;
}

/** Answers by chance that hang together: each term is given one value, or none, and conditions are worked out from it. */
export function chanceAnswers(values: Values, random: Random): (question: Question) => boolean {
  const context = Object.fromEntries(
    Object.entries(values).map(([term, named]) => [term, random.pick([...named, null])]),
  );
  return ({ condition }) => parseFeel(condition).ok && evaluateFeel(condition, context) === true;
}
