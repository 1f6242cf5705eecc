import { questionsOf } from '../form-questions.ts';
import { isReserved } from '../reserved-names.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** Answers are kept by ids: none may be a word that the program needs itself. */
export const idsAreFree: FormCheck = (form) =>
  questionsOf(form).flatMap((question) =>
    [question.id, question.term ?? '', ...(question.columns ?? []).map(({ id }) => id)]
      .filter(isReserved)
      .map((name) =>
        error('ids-are-free', `“${name}” is a word of the program itself: choose another.`, question),
      ),
  );
