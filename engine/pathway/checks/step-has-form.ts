import type { Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Every step opens a form, and that form is part of the version. */
export function stepHasForm({ pathway, forms }: Drawing): Finding[] {
  return steps(pathway).flatMap(({ element }) => {
    if (element.form !== undefined && Object.hasOwn(forms, element.form)) return [];
    const say =
      element.form === undefined
        ? `${called(element)} opens no form. Attach one.`
        : `${called(element)} opens the form “${element.form}”, which does not exist. Write it, or attach another.`;
    return [finding('step-has-form', 'error', element, say)];
  });
}
