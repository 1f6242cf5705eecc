import { questionsOf } from '#engine';
import type { Form, Version } from '#engine';

/**
 * Forms that somebody of another agency can be asked to write: those that are added at any time, but for the ones that
 * ask for a file, since files are sent by those who work here.
 */
export function invitableForms({ forms }: Version): Form[] {
  return Object.values(forms).filter(
    (form) => form.anytime !== undefined && questionsOf(form).every(({ type }) => type !== 'file'),
  );
}
