import type { FormQuestion, Term } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { error, warning } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** Every question says what it records, and asks again only with a reason: purpose and source stand in its shape. */
export const questionsAreDefended: FormCheck = (form, { dictionary }) =>
  questionsOf(form).flatMap((question) => {
    if (question.type === 'guidance') return [];
    const term = dictionary.terms.find(({ id }) => id === question.term);
    return [...termFindings(question, term), ...policyFindings(question)];
  });

function termFindings(question: FormQuestion, term: Term | undefined) {
  const { label } = question;
  if (!question.term) {
    return [
      error('term-known', `“${label}” has no term: name the entry of the dictionary it records.`, question),
    ];
  }
  if (!term) {
    const message = `“${label}” records “${question.term}”, which is not in the dictionary: add the term.`;
    return [error('term-known', message, question)];
  }
  const fits = FITS[term.type];
  if (question.policy === 'computed' || question.policy === 'linked' || question.type === 'echo') return [];
  if (fits.includes(question.type)) return [];
  const message = `“${label}” is a ${question.type} question, but its term “${term.id}” is of type ${term.type}.`;
  return [error('term-fits', message, question)];
}

const FITS: Record<Term['type'], FormQuestion['type'][]> = {
  text: ['short-text', 'long-text'],
  code: ['radios', 'yes-no'],
  codes: ['checkboxes'],
  'yes-no': ['yes-no', 'radios'],
  date: ['date'],
  moment: ['date'],
  number: ['number', 'scale'],
  rows: ['table'],
  person: ['person'],
  address: ['address'],
  file: ['file'],
};

function policyFindings(question: FormQuestion) {
  const { label, policy } = question;
  if (policy === 'ask-again' && !question.policyReason) {
    return [error('policy-reason', `“${label}” is asked again: say why fresh thought is wanted.`, question)];
  }
  if (policy === 'computed' && !question.compute) {
    return [error('policy-complete', `“${label}” is computed: say what to compute.`, question)];
  }
  if (policy === 'linked' && !question.links) {
    return [error('policy-complete', `“${label}” is linked: say which records it shows.`, question)];
  }
  if ((question.add || question.edit) && policy !== 'carry-forward') {
    return [
      warning('policy-complete', `“${label}” may be added to or edited only when carried forward.`, question),
    ];
  }
  return [];
}
