import type { Finding, Form } from '../../contracts/index.ts';
import { parseFeel } from '../parse-feel.ts';
import { isAnswered, questionsOf } from '../form-questions.ts';
import { error } from './surroundings.ts';
import type { FormCheck, Surroundings } from './surroundings.ts';

/**
 * Rules and facts read the answers of their own form by question id; `known.<term>` for what was known before,
 * `facts.<factInCamelCase>` for the last day of a fact, `due.<timescaleInCamelCase>` for when a running clock is due, `child.unborn`, `today`, whether work is open (`episodeOpen`), and open states by name.
 */
export const expressionsAreReadable: FormCheck = (form, around) => [
  ...form.rules.flatMap(({ id, when, question }) =>
    expressionFindings(`The rule “${id}”`, when, form, around, question),
  ),
  ...form.facts.flatMap(({ fact, when }) =>
    when ? expressionFindings(`“${fact}”`, when, form, around) : [],
  ),
  ...(form.booking?.kind?.follows ?? []).flatMap(({ is, when }) =>
    expressionFindings(`That the meeting is “${is}”`, when, form, around, form.booking?.kind?.question),
  ),
];

function expressionFindings(
  who: string,
  expression: string,
  form: Form,
  around: Surroundings,
  question?: string,
): Finding[] {
  const reading = parseFeel(expression);
  if (!reading.ok)
    return [error('expression-readable', `${who}: “${shortened(expression)}” ${reading.message}`, question)];
  return reading.reads
    .filter((path) => !isKnown(path, form, around))
    .map((path) =>
      error('expression-readable', `${who} reads “${path}”, which nothing here holds.`, question),
    );
}

/** An expression from elsewhere may be as long as a book. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)} …` : text);

function isKnown(path: string, form: Form, { dictionary, facts, timescales }: Surroundings): boolean {
  const [root = '', next = ''] = path.split('.');
  if (root === 'known') return dictionary.terms.some(({ id }) => id === next);
  if (root === 'facts') return facts?.some(({ id }) => camelCase(id) === next) ?? true;
  if (root === 'due') return timescales?.some(({ id }) => camelCase(id) === next) ?? true;
  if (root === 'child') return CHILD.includes(next);
  if (root === 'today' || root === 'unborn' || root === 'episodeOpen') return true;
  if (facts?.some(({ open }) => open?.as === root) ?? true) return true;
  return questionsOf(form).some((question) => question.id === root && isAnswered(question));
}

/** What an expression may read of a child. */
const CHILD: (string | undefined)[] = ['id', 'unborn', 'born', 'expected'];

/** How a fact is called inside an expression: `facts.childSeen` for child-seen. */
export function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
