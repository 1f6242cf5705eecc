import type { Form, FormQuestion } from '../../contracts/index.ts';
import { steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';

/** Questions of a form, in order; none where there is no form. */
export const questionsOf = (form: Form | undefined): FormQuestion[] =>
  form?.layout.flatMap((section) => section.questions) ?? [];

/** Terms that a form takes an answer to; what it only shows, repeats or works out is not asked. */
export function termsAsked(form: Form | undefined): string[] {
  return questionsOf(form)
    .filter(({ type, policy }) => type !== 'echo' && policy !== 'computed' && policy !== 'linked')
    .flatMap(({ term }) => term ?? []);
}

/** The forms of this drawing: those its steps open, and those that may be added at any time. */
export function formsInUse({ pathway, forms }: Drawing): Form[] {
  const opened = new Set(steps(pathway).map(({ element }) => element.form));
  return Object.values(forms).filter((form) => form.anytime !== undefined || opened.has(form.id));
}
