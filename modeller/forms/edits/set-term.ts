import type { Term } from '#engine/browser';
import { fileText, partsOf, type Files } from '../parts.ts';
import { changeQuestion } from './change-question.ts';
import type { FilesChange } from './change.ts';

/** The term a question records: one of the dictionary, or a new one, which joins it. */
export function setTerm(files: Files, formId: string, id: string, term: string | Term): FilesChange {
  const name = typeof term === 'string' ? term : term.id;
  const own = changeQuestion(files, formId, id, { term: name }, 'Term changed');
  if (typeof term === 'string') return own;
  const { dictionary } = partsOf(files);
  const next = { ...dictionary, terms: [...dictionary.terms, term] };
  return { ...own, changes: { ...own.changes, 'dictionary.json': fileText(next) } };
}
