import type { Files } from '../parts.ts';
import { formIn, placeOf, quoted, writeForm, type FilesChange } from './change.ts';

/**
 * Which of the form's facts this answer gives the day of (a date) or is kept with (a choice): the one at this place in
 * its list, or none.
 */
export function recordFact(files: Files, formId: string, id: string, at: number | undefined): FilesChange {
  const form = formIn(files, formId);
  const { question } = placeOf(form, id);
  const day = question.type === 'date';
  const facts = form.facts.map((fact, place) => {
    const { value, ...rest } = fact;
    if (day) {
      if (place === at) return { ...fact, on: id };
      return fact.on === id ? { ...fact, on: 'completed' } : fact;
    }
    if (place === at) return { ...rest, value: id };
    return value === undefined || value === id ? rest : fact;
  });
  return writeForm({ ...form, facts }, `What ${quoted(question.label)} tells the pathway changed`);
}
