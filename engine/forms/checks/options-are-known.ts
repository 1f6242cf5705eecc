import type { Column, Dictionary, FormQuestion } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { optionsOf } from '../options.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** Radios and checkboxes offer a code list of the dictionary or options of their own; `only` and `opens` name some. */
export const optionsAreKnown: FormCheck = (form, { dictionary, messages }) =>
  questionsOf(form).flatMap((question) => [
    ...choiceFindings(question, question, dictionary),
    ...(question.columns ?? []).flatMap((column) => choiceFindings(question, column, dictionary)),
    ...narrowing(question, dictionary),
    ...openings(question, dictionary, messages),
  ]);

function choiceFindings(question: FormQuestion, asked: FormQuestion | Column, dictionary: Dictionary) {
  if (asked.type !== 'radios' && asked.type !== 'checkboxes') return [];
  if (asked.codes && !dictionary.codeLists.some(({ id }) => id === asked.codes)) {
    const message = `“${asked.label}” offers the code list “${asked.codes}”, which is not in the dictionary.`;
    return [error('options-known', message, question)];
  }
  const shows = 'policy' in asked && (asked.policy === 'computed' || asked.policy === 'linked');
  if (!asked.codes && !asked.options && !shows) {
    return [
      error(
        'options-known',
        `“${asked.label}” offers nothing to choose: name a code list or options.`,
        question,
      ),
    ];
  }
  const values = optionsOf(asked, dictionary).map(({ value }) => value);
  const again = values.find((value, at) => values.indexOf(value) !== at);
  return again ? [error('options-known', `“${asked.label}” offers “${again}” twice.`, question)] : [];
}

function narrowing(question: FormQuestion, dictionary: Dictionary) {
  const list = dictionary.codeLists.find(({ id }) => id === question.codes);
  if (!question.only || !list) return [];
  return question.only
    .filter((value) => !list.codes.some((code) => code.value === value))
    .map((value) =>
      error('options-known', `“${question.label}” offers “${value}”, not a code of “${list.id}”.`, question),
    );
}

function openings(question: FormQuestion, dictionary: Dictionary, messages: string[] | undefined) {
  const values = question.type === 'yes-no' ? ['yes', 'no', 'not-known'] : valuesOf(question, dictionary);
  return Object.entries(question.opens ?? {}).flatMap(([value, message]) => {
    if (!values.includes(value)) {
      const say = `“${question.label}” opens “${message}” on the answer “${value}”, which it does not offer.`;
      return [error('opens-known', say, question)];
    }
    if (messages && !messages.includes(message)) {
      const say = `“${question.label}” opens “${message}”, a message that nothing in the drawing takes.`;
      return [error('opens-known', say, question)];
    }
    return [];
  });
}

const valuesOf = (question: FormQuestion, dictionary: Dictionary) =>
  optionsOf(question, dictionary).map(({ value }) => value);
