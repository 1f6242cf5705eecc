import { isAnswered, questionsOf, type Beside } from '#engine/browser';

/** One place that records a term: the question of a form, and the steps that open the form. */
export interface AskedWhere {
  form: string;
  formTitle: string;
  question: string;
  label: string;
  /** nobody fills it in: it shows or works out what is known */
  shown: boolean;
  steps: string[];
}

/** By term, where it is asked or shown, in the order of the forms. */
export function askedWhere(
  { forms }: Pick<Beside, 'forms'>,
  steps: ReadonlyMap<string, string[]>,
): Map<string, AskedWhere[]> {
  const places = Object.values(forms).flatMap((form) =>
    questionsOf(form).flatMap((question) =>
      question.term === undefined
        ? []
        : [
            {
              term: question.term,
              ...{ form: form.id, formTitle: form.title, question: question.id, label: question.label },
              ...{ shown: !isAnswered(question), steps: steps.get(form.id) ?? [] },
            },
          ],
    ),
  );
  return Map.groupBy(places, ({ term }) => term);
}

/** By form, the names of the steps that open it, as the drawing has them. */
export function stepsByForm(xml: string | undefined): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  if (!xml) return steps;
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  for (const element of drawing.querySelectorAll('*')) {
    const form = [...element.attributes].find(
      ({ localName, prefix }) => localName === 'form' && prefix !== null,
    );
    const name = element.getAttribute('name');
    if (form && name) steps.set(form.value, [...(steps.get(form.value) ?? []), name]);
  }
  return steps;
}
