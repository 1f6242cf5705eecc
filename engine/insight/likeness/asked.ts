import type { Form, FormQuestion } from '../../contracts/index.ts';
import { isAnswered } from '../../forms/index.ts';

/** A question where it is asked. */
export interface Asked {
  form: Form;
  section: string;
  question: FormQuestion;
  /** how far into its form it stands, from 0 to 1 */
  at: number;
}

/** Every question that somebody answers, form by form. */
export function askedIn(forms: Record<string, Form>): Asked[] {
  return Object.values(forms).flatMap((form) => {
    const asked = form.layout
      .flatMap(({ title, questions }) => questions.map((question) => ({ section: title, question })))
      .filter(({ question }) => isAnswered(question));
    return asked.map((one, at) => ({ ...one, form, at: asked.length > 1 ? at / (asked.length - 1) : 0 }));
  });
}

/** How a question is named across forms. */
export const keyOfAsked = ({ form, question }: Asked): string => `${form.id}.${question.id}`;

/** What its answer is kept under; a question without a term stands for itself. */
export const termOf = (asked: Asked): string => asked.question.term ?? keyOfAsked(asked);
