import type { CodeList, Dictionary, Term } from '#engine/browser';
import type { FilesChange } from '../forms/edits/change.ts';
import { quoted } from '../forms/edits/change.ts';
import { newFileId, newId } from '../forms/edits/new-id.ts';
import { fileText, formPath, partsOf, type Files } from '../forms/parts.ts';

const write = (dictionary: Dictionary, says: string): FilesChange => ({
  changes: { 'dictionary.json': fileText(dictionary) },
  says,
});

/** A new term; its id is made from its name. */
export function addTerm(files: Files, term: Omit<Term, 'id'>): FilesChange & { term: string } {
  const { dictionary } = partsOf(files);
  const id = newId(
    term.name,
    dictionary.terms.map((one) => one.id),
  );
  const terms = [...dictionary.terms, { id, ...term }];
  return { ...write({ ...dictionary, terms }, `Term added: ${quoted(term.name)}`), term: id };
}

/** What a term says of itself is changed. */
export function changeTerm(
  files: Files,
  id: string,
  patch: Partial<Pick<Term, 'name' | 'meaning' | 'source'>> & { codes?: string | undefined },
): FilesChange {
  const { dictionary } = partsOf(files);
  const terms = dictionary.terms.map((term) => {
    if (term.id !== id) return term;
    const { codes, ...next } = { ...term, ...patch };
    return codes === undefined ? next : { ...next, codes };
  });
  const name = terms.find((term) => term.id === id)?.name ?? id;
  return write({ ...dictionary, terms }, `Term changed: ${quoted(name)}`);
}

/** A term that no form asks for goes. */
export function removeTerm(files: Files, id: string): FilesChange {
  const { dictionary } = partsOf(files);
  const name = dictionary.terms.find((term) => term.id === id)?.name ?? id;
  const terms = dictionary.terms.filter((term) => term.id !== id);
  return write({ ...dictionary, terms }, `Term removed: ${quoted(name)}`);
}

/**
 * Two terms that mean the same become one: every question that recorded the first records the second, and so does what
 * is worked out from it.
 */
export function mergeTerms(files: Files, from: string, into: string): FilesChange {
  const { dictionary, forms } = partsOf(files);
  const name = (id: string): string => quoted(dictionary.terms.find((term) => term.id === id)?.name ?? id);
  const changed = Object.values(forms).flatMap((form) => {
    const layout = form.layout.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({
        ...question,
        ...(question.term === from ? { term: into } : {}),
        ...(question.compute === `term:${from}` ? { compute: `term:${into}` } : {}),
      })),
    }));
    const known = new RegExp(`\\bknown\\.${from}\\b`, 'g');
    const reads = <T extends { when?: string }>(one: T): T =>
      one.when === undefined ? one : { ...one, when: one.when.replace(known, `known.${into}`) };
    const next = { ...form, layout, facts: form.facts.map(reads), rules: form.rules.map(reads) };
    return JSON.stringify(next) === JSON.stringify(form)
      ? []
      : [[formPath(form.id), fileText(next)] as const];
  });
  const terms = dictionary.terms.filter((term) => term.id !== from);
  const says = `${name(from)} joined with ${name(into)}`;
  return {
    changes: { ...Object.fromEntries(changed), ...write({ ...dictionary, terms }, says).changes },
    says,
  };
}

/** Where the drawing's own conditions read a term: then it cannot go or be joined without redrawing them. */
export function readByDrawing(files: Files, id: string): boolean {
  return new RegExp(`conditionExpression[^>]*>[^<]*\\b${id}\\b`).test(files['pathway.bpmn'] ?? '');
}

/** A code list's name, source and codes, one label a line; a label that was there keeps its code. */
export function changeCodes(
  files: Files,
  id: string,
  patch: Partial<Pick<CodeList, 'name' | 'source'>> & { labels?: string[] },
): FilesChange {
  const { dictionary } = partsOf(files);
  const { labels, ...rest } = patch;
  const codeLists = dictionary.codeLists.map((list) =>
    list.id === id ? { ...list, ...rest, ...(labels ? { codes: codesFrom(labels, list.codes) } : {}) } : list,
  );
  const name = codeLists.find((list) => list.id === id)?.name ?? id;
  return write({ ...dictionary, codeLists }, `List changed: ${quoted(name)}`);
}

/** A new list of answers. */
export function addCodes(files: Files, name: string, labels: string[]): FilesChange & { list: string } {
  const { dictionary } = partsOf(files);
  const id = newId(
    name,
    dictionary.codeLists.map((list) => list.id),
  );
  const list = { id, name, source: 'local', codes: codesFrom(labels, []) };
  return {
    ...write({ ...dictionary, codeLists: [...dictionary.codeLists, list] }, `List added: ${quoted(name)}`),
    list: id,
  };
}

function codesFrom(labels: string[], before: CodeList['codes']): CodeList['codes'] {
  const taken = before.map(({ value }) => value);
  return labels.map((label, at) => {
    const known = before.find((code) => code.label === label);
    // one line reworded in its place is the same code under another name
    const reworded = labels.length === before.length ? before[at] : undefined;
    if (known) return known;
    if (reworded && !labels.includes(reworded.label)) return { ...reworded, label };
    const value = newFileId(label, taken);
    taken.push(value);
    return { value, label };
  });
}
