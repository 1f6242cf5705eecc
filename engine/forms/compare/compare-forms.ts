import type { Form, FormQuestion } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import type { Comparison, FormChange, FormChangeKind, FormWords } from './change.ts';
import { condition } from './condition.ts';
import { facts } from './facts.ts';
import { news } from './news.ts';
import { options } from './options.ts';
import { order } from './order.ts';
import { policy } from './policy.ts';
import { purpose } from './purpose.ts';
import { readers } from './readers.ts';
import { required } from './required.ts';
import { rules } from './rules.ts';
import { table } from './table.ts';
import { term } from './term.ts';
import { type } from './type.ts';
import { wholeForm } from './whole-form.ts';
import { wording } from './wording.ts';
import { asked, quoted } from './words.ts';

/** Kinds of change of one question, in the order in which they are told. */
const comparisons: [FormChangeKind, Comparison][] = [
  ['wording', wording],
  ['type', type],
  ['options', options],
  ['required', required],
  ['condition', condition],
  ['policy', policy],
  ['purpose', purpose],
  ['term', term],
  ['table', table],
  ['news', news],
  ['readers', readers],
];

/**
 * What changed in a form, in sentences: first what stands over it, then question by question in the order in which
 * they are asked, then what it records and refuses. `was` and `is` hold the words of each version. Forms are compared
 * by what they ask, not by how their file is written; the schema follows from the layout and is left out.
 */
export function compareForms(
  before: Form | undefined,
  after: Form | undefined,
  was: FormWords,
  is: FormWords,
): FormChange[] {
  if (!before && !after) return [];
  if (!before || !after) return newOrGone(before, after);
  return [
    ...wholeForm(before, after, was, is),
    ...questions(before, after, was, is),
    ...facts(before, after, was, is),
    ...rules(before, after),
  ];
}

function newOrGone(before: Form | undefined, after: Form | undefined): FormChange[] {
  const form = after ?? before;
  if (!form) return [];
  const name = `form ${quoted(form.title)}`;
  const sentence = after ? `There is a new ${name}: ${form.purpose}` : `The ${name} is gone.`;
  const recorded = form.facts.map(({ fact }) => fact);
  return [{ kind: 'form', form: form.id, sentence, facts: recorded }];
}

function questions(before: Form, after: Form, was: FormWords, is: FormWords): FormChange[] {
  const old = new Map(questionsOf(before).map((question) => [question.id, question]));
  const now = new Set(questionsOf(after).map(({ id }) => id));
  const moved = Map.groupBy(order(before, after), ({ question }) => question);
  const kept = questionsOf(after).flatMap((question): FormChange[] => {
    const own = old.get(question.id);
    if (!own) return [added(after, question)];
    const pair = { form: after, before: own, after: question, was, is };
    const changed = comparisons.flatMap(([kind, compare]) =>
      compare(pair).map((sentence) => ({ kind, form: after.id, question: question.id, sentence })),
    );
    return [...(moved.get(question.id) ?? []), ...changed];
  });
  const gone = questionsOf(before)
    .filter(({ id }) => !now.has(id))
    .map((question): FormChange => ({
      ...{ kind: 'asked', form: after.id, question: question.id },
      sentence: `${quoted(after.title)} no longer asks ${asked(question)}.`,
    }));
  return [...kept, ...gone];
}

function added(form: Form, question: FormQuestion): FormChange {
  const section = form.layout.find(({ questions: all }) => all.includes(question));
  const where = form.layout.length > 1 && section ? `, in the section ${quoted(section.title)}` : '';
  const must = question.required ? ' It must be answered.' : '';
  const sentence = `${quoted(form.title)} now asks ${asked(question)}${where}.${must}`;
  return { kind: 'asked', form: form.id, question: question.id, sentence };
}
