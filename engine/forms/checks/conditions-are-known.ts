import type { Condition, Dictionary, Form, FormQuestion } from '../../contracts/index.ts';
import { isAnswered, questionsOf } from '../form-questions.ts';
import { optionsOf } from '../options.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** A question is shown by answers that the form asks for, never by its own, not even round a corner. */
export const conditionsAreKnown: FormCheck = (form, around) =>
  questionsOf(form).flatMap((question) => {
    const leaves = [question.when, question.requiredWhen].flatMap((one) => (one ? leavesOf(one) : []));
    return [
      ...leaves.flatMap((leaf) => leafFindings(form, question, leaf, around)),
      ...(readsItself(form, question.id) ? [circle(question)] : []),
    ];
  });

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}

function leafFindings(form: Form, question: FormQuestion, leaf: Leaf, around: Parameters<FormCheck>[1]) {
  if ('late' in leaf) {
    const known = around.timescales?.some(({ id }) => id === leaf.late) ?? true;
    return known
      ? []
      : [
          error(
            'condition-known',
            `“${question.label}” waits for “${leaf.late}”, not a timescale.`,
            question,
          ),
        ];
  }
  if ('child' in leaf) return [];
  const asked = questionsOf(form).find(({ id }) => id === leaf.question);
  if (!asked || !isAnswered(asked)) {
    const message = `“${question.label}” is shown by the answer to “${leaf.question}”, which this form does not ask.`;
    return [error('condition-known', message, question)];
  }
  return wanted(leaf)
    .filter((value) => !isOffered(asked, value, around.dictionary))
    .map((value) =>
      error(
        'condition-known',
        `“${question.label}” waits for “${value}”, which “${asked.label}” does not offer.`,
        question,
      ),
    );
}

function wanted(leaf: Leaf): (string | number | boolean)[] {
  if ('is' in leaf) return [leaf.is];
  if ('oneOf' in leaf) return leaf.oneOf;
  return 'includes' in leaf ? [leaf.includes] : [];
}

function isOffered(asked: FormQuestion, value: string | number | boolean, dictionary: Dictionary): boolean {
  const options = optionsOf(asked, dictionary);
  return options.length === 0 || options.some((option) => option.value === value);
}

function readsItself(form: Form, id: string): boolean {
  const seen = new Set<string>();
  const ahead = namedIn(form, id);
  while (ahead.length > 0) {
    const next = ahead.pop();
    if (next === undefined || seen.has(next)) continue;
    if (next === id) return true;
    seen.add(next);
    ahead.push(...namedIn(form, next));
  }
  return false;
}

function namedIn(form: Form, id: string): string[] {
  const when = questionsOf(form).find((question) => question.id === id)?.when;
  return when ? leavesOf(when).flatMap((leaf) => ('question' in leaf ? [leaf.question] : [])) : [];
}

const circle = (question: FormQuestion) =>
  error(
    'condition-known',
    `“${question.label}” is shown only by an answer that it decides itself.`,
    question,
  );
