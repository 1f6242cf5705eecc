import type { Form, FormQuestion } from '../../contracts/index.ts';
import { isAnswered, questionsOf } from '../form-questions.ts';
import { warning } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** A required question that can't be answered forces invention. Choices carry their own way out among their options. */
export const requiredHasAWayOut: FormCheck = (form) =>
  questionsOf(form)
    .filter((question) => question.required && !question.wayOut && isAnswered(question))
    .filter((question) => !CHOICES.includes(question.type) && !isAnchor(form, question))
    .map((question) =>
      warning(
        'way-out',
        `“${question.label}” is required and has no way to say “not known” or “not possible, because …”: give it one.`,
        question,
      ),
    );

const CHOICES: FormQuestion['type'][] = ['yes-no', 'radios', 'checkboxes'];

/** A day that a fact is recorded on has no way out: without it there would be no fact. */
function isAnchor(form: Form, question: FormQuestion): boolean {
  return form.facts.some(({ on }) => on === question.id);
}
