import type { Finding, FormQuestion } from '../../contracts/index.ts';
import { isAnswered, questionsOf } from '../form-questions.ts';
import { warning } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** Recording for its own sake: an answer that nobody reads, and the same story told twice in one form. */
export const answersAreRead: FormCheck = (form) => {
  const asked = questionsOf(form).filter(isAnswered);
  return [
    ...asked.filter((question) => !isRead(question, form.facts)).map(nobodyReads),
    ...asked
      .filter(isFreeText)
      .filter((question, at, all) => at > all.findIndex(sameTerm(question)))
      .map(toldTwice),
  ];
};

/** Printed in an output, kept in a living document or a person's record, opening other work, or recorded as a fact. */
function isRead(question: FormQuestion, facts: { on: string; value?: string }[]): boolean {
  const { id, readBy = [], block, opens, person } = question;
  if (readBy.length > 0 || block || opens || person) return true;
  return facts.some(({ on, value }) => on === id || value === id);
}

const isFreeText = ({ type, term }: FormQuestion): boolean => type === 'long-text' && term !== undefined;

const sameTerm =
  ({ term }: FormQuestion) =>
  (other: FormQuestion): boolean =>
    other.term === term;

function nobodyReads(question: FormQuestion): Finding {
  const message = `Nobody reads the answer to “${question.label}”: name the outputs it stands in, or stop asking.`;
  return warning('answer-is-read', message, question);
}

function toldTwice(question: FormQuestion): Finding {
  const message = `“${question.label}” asks for the same story (“${question.term ?? ''}”) as a question before it: ask once.`;
  return warning('told-once', message, question);
}
