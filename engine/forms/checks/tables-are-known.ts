import { questionsOf } from '../form-questions.ts';
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
    return [];
  });
