import type { Form, FormQuestion, RecordedFact } from '../../contracts/index.ts';
import { isAnswered, questionsOf } from '../form-questions.ts';
import { error, warning } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** A fact has an entry in facts.json, a day that is really asked for, and a value that is one answer. */
export const factsAreRecorded: FormCheck = (form, { facts }) =>
  form.facts.flatMap((recorded) => {
    const known = facts?.some(({ id }) => id === recorded.fact) ?? true;
    const message = `This form records “${recorded.fact}”, which facts.json does not hold: add the fact.`;
    return [
      ...(known ? [] : [error('fact-known', message)]),
      ...dayFindings(form, recorded),
      ...valueFindings(form, recorded),
    ];
  });

function dayFindings(form: Form, { fact, on, when }: RecordedFact) {
  if (on === 'completed' || on === 'completed-at') return [];
  const question = find(form, on);
  if (!question || question.type !== 'date') {
    return [
      error(
        'fact-day',
        `“${fact}” is recorded on the day of “${on}”, which is not a date this form asks for.`,
      ),
    ];
  }
  if ((question.required && !question.wayOut) || when?.includes(on)) return [];
  const say = `“${fact}” is recorded on the day of “${question.label}”, which may stay without a day: then there is no fact.`;
  return [warning('fact-day', say, question)];
}

function valueFindings(form: Form, { fact, value }: RecordedFact) {
  if (value === undefined) return [];
  const question = find(form, value);
  if (question && ['radios', 'yes-no', 'short-text', 'date'].includes(question.type)) return [];
  return [
    error(
      'fact-value',
      `“${fact}” keeps the answer to “${value}”, which is not one short answer of this form.`,
    ),
  ];
}

function find(form: Form, id: string): FormQuestion | undefined {
  return questionsOf(form).find((question) => question.id === id && isAnswered(question));
}
