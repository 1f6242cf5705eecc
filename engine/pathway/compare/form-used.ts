import { compareForms } from '../../forms/compare/compare-forms.ts';
import { changeOf, formName, pairs, titled } from './both.ts';
import type { Kind } from './change.ts';

/** Which form a step opens; and where it stays the same form, that it is another edition of it. */
export const formUsed: Kind = (both) =>
  pairs(both).flatMap(({ before, after }) => {
    const [old, now] = [before.element, after.element];
    const name = formName(both.after, now.form);
    if (old.form !== now.form) {
      const sentence = `${titled(now)} now uses ${name} (before: ${formName(both.before, old.form)}).`;
      return [changeOf(both, 'form-used', now.id, sentence)];
    }
    if (now.form === undefined) return [];
    const changes = compareForms(
      both.before.forms[now.form],
      both.after.forms[now.form],
      both.before,
      both.after,
    );
    if (changes.length === 0) return [];
    const count = `${String(changes.length)} ${changes.length === 1 ? 'change' : 'changes'}`;
    return [
      {
        ...changeOf(
          both,
          'form-used',
          now.id,
          `${titled(now)} uses a new edition of ${name}, with ${count}.`,
        ),
        form: now.form,
      },
    ];
  });
