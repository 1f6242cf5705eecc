import { compareForms } from '../../forms/compare/compare-forms.ts';
import { questionsOf } from '../../forms/form-questions.ts';
import type { Statutory } from '../checks/index.ts';
import type { Both, Change } from './change.ts';

/** Marks changes of what the law asks for: questions that record its terms, forms and steps that record its facts. */
export function markByLaw(both: Both, changes: Change[], statutory: Statutory): Change[] {
  const terms = new Set(statutory.questions.map(({ term }) => term));
  const facts = new Set(statutory.steps.map(({ fact }) => fact));
  const byForm = new Map<string, Set<string>>();
  const sentences = (form: string): Set<string> => {
    const known = byForm.get(form) ?? factSentences(both, form, facts);
    byForm.set(form, known);
    return known;
  };
  return changes.map((change) => {
    const { form, question, sentence, element } = change;
    const isAsked = question !== undefined && termsOf(both, form, question).some((term) => terms.has(term));
    const isRecorded = form !== undefined && element === undefined && sentences(form).has(sentence);
    const isStep = change.kind === 'step' && element !== undefined && recordsOf(both, element, facts);
    return isAsked || isRecorded || isStep ? { ...change, statutory: true } : change;
  });
}

function termsOf({ before, after }: Both, form = '', question: string): string[] {
  return [before, after].flatMap((version) => {
    const own = version.forms[form];
    return own ? questionsOf(own).flatMap(({ id, term }) => (id === question && term ? [term] : [])) : [];
  });
}

/** Sentences about what a form records that the law asks to be recorded. */
function factSentences({ before, after }: Both, form: string, facts: Set<string>): Set<string> {
  const changes = compareForms(before.forms[form], after.forms[form], before, after);
  return new Set(
    changes.filter((change) => change.facts?.some((fact) => facts.has(fact))).map(({ sentence }) => sentence),
  );
}

function recordsOf({ was, is, before, after }: Both, element: string, facts: Set<string>): boolean {
  const forms = [
    before.forms[was.get(element)?.element.form ?? ''],
    after.forms[is.get(element)?.element.form ?? ''],
  ];
  return forms.some((form) => form?.facts.some(({ fact }) => facts.has(fact)) ?? false);
}
