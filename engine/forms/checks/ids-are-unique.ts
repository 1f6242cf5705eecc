import { questionsOf } from '../form-questions.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** An id names one question, one column, one rule or one section: answers are kept by it. */
export const idsAreUnique: FormCheck = (form, around) => {
  const questions = questionsOf(form);
  return [
    ...twice(questions.map(({ id }) => id)).map((id) =>
      error('ids-are-unique', `Two questions are called “${id}”: give one of them another id.`, id),
    ),
    ...twice(form.layout.map(({ id }) => id)).map((id) =>
      error('ids-are-unique', `Two sections are called “${id}”: give one of them another id.`),
    ),
    ...twice(form.rules.map(({ id }) => id)).map((id) =>
      error('ids-are-unique', `Two rules are called “${id}”: give one of them another id.`),
    ),
    ...questions.flatMap((question) =>
      twice((question.columns ?? []).map(({ id }) => id)).map((id) =>
        error('ids-are-unique', `“${question.label}” has two columns called “${id}”.`, question),
      ),
    ),
    ...reservedColumns(questions, around),
  ];
};

function reservedColumns(questions: ReturnType<typeof questionsOf>, { blocks }: Parameters<FormCheck>[1]) {
  return questions
    .filter(({ columns, block }) =>
      (columns ?? blocks.find(({ id }) => id === block)?.columns ?? []).some(({ id }) => id === 'id'),
    )
    .map((question) =>
      error(
        'ids-are-unique',
        `“${question.label}” has a column called “id”, which names the row itself.`,
        question,
      ),
    );
}

function twice(ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
