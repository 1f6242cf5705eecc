import type { Block, Form, FormQuestion } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { columnsOf } from '../columns-of.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** A table has columns of its own or is a shared block; nothing else has either. */
export const tablesAreKnown: FormCheck = (form, { blocks }) =>
  questionsOf(form).flatMap((question) => {
    const { label, type, columns, block } = question;
    if (type !== 'table') {
      return columns || block
        ? [error('table-known', `“${label}” has columns but is not a table.`, question)]
        : [];
    }
    if (question.policy === 'computed' || question.policy === 'linked') return [];
    if (Boolean(columns) === Boolean(block)) {
      return [
        error(
          'table-known',
          `“${label}” needs columns of its own or a shared block: one of the two.`,
          question,
        ),
      ];
    }
    if (block && !blocks.some(({ id }) => id === block)) {
      return [
        error(
          'table-known',
          `“${label}” shows the block “${block}”, which practice.json does not hold.`,
          question,
        ),
      ];
    }
    return [...foldFindings(question, blocks), ...dayFindings(question, form)];
  });

/** What must be filled in is never folded away. */
function foldFindings(question: FormQuestion, blocks: Block[]) {
  return columnsOf(question, blocks)
    .filter(({ more, required }) => more && required)
    .map(({ label }) =>
      error(
        'table-known',
        `“${label}” of “${question.label}” must be filled in, so it can’t be folded away.`,
        question,
      ),
    );
}

/** The day that new rows start with is one this form asks of the family. */
function dayFindings(question: FormQuestion, form: Form) {
  const { label, day } = question;
  const asked = questionsOf(form).some(
    ({ id, type, per }) => id === day && type === 'date' && per !== 'child',
  );
  return day === undefined || day === 'today' || asked
    ? []
    : [
        error(
          'table-known',
          `New rows of “${label}” start with the day of “${day}”, which is no date asked once.`,
          question,
        ),
      ];
}
