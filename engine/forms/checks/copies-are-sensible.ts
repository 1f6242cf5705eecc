import type { QuestionType } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

const copied: QuestionType[] = ['date', 'radios', 'checkboxes', 'yes-no', 'number'];

/** Only plain answers of each child may be copied to the others: words, views and scores are each child’s own. */
export const copiesAreSensible: FormCheck = (form) =>
  questionsOf(form)
    .filter(({ sameForAll, per, type }) => sameForAll && (per !== 'child' || !copied.includes(type)))
    .map((question) =>
      error(
        'same-for-all',
        `“${question.label}” can’t be set for all children at once: it is asked once, or of each child alone.`,
        question,
      ),
    );
