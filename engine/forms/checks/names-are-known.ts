import { isAnswered, questionsOf } from '../form-questions.ts';
import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** What a question shows or computes, who may add the form, and who reads an answer: each is there in the version. */
export const namesAreKnown: FormCheck = (form, around) => {
  const { dictionary, facts, timescales, blocks } = around;
  const ids = (list: { id: string }[] | undefined) => list?.map(({ id }) => id);
  const computable: Record<string, string[] | undefined> = {
    due: ids(timescales),
    elapsed: ids(timescales),
    count: ids(facts),
    fact: ids(facts),
    term: ids(dictionary.terms),
  };
  const linkable = around.forms && [...around.forms, ...blocks.map(({ id }) => id)];
  return [
    ...questionsOf(form).flatMap((question) => {
      const [what = '', of = ''] = question.compute?.split(':') ?? [];
      const missing = [
        ...unknown(of === '' ? [] : [of], computable[what], 'computes from'),
        ...unknown(question.links ?? [], linkable, 'shows the records of'),
        ...unknown(question.readBy ?? [], around.outputs, 'is read in the output'),
      ];
      return missing.map((say) => error('name-known', `“${question.label}” ${say}.`, question));
    }),
    ...unknown(form.anytime?.roles ?? [], ids(around.roles), 'is added by').map((say) =>
      error('name-known', `This form ${say}.`),
    ),
    ...form.rules
      .filter((rule) => !questionsOf(form).some((one) => one.id === rule.question && isAnswered(one)))
      .map((rule) =>
        error('name-known', `The rule “${rule.id}” stands beside “${rule.question}”, which is not asked.`),
      ),
  ];
};

function unknown(named: string[], known: string[] | undefined, verb: string): string[] {
  return known
    ? named.filter((name) => !known.includes(name)).map((name) => `${verb} “${name}”, which is not there`)
    : [];
}
