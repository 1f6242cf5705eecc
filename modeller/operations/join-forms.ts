import type { Condition, Form, FormQuestion, Output } from '#engine/browser';
import { questionsIn } from './parts-of-form.ts';

/** Names of the second form's questions in the joined one. */
type Names = ReadonlyMap<string, string>;

/**
 * Two forms as one, under the first one's name: all questions of both, those of the same term asked once, as the first
 * form asks them. Rules, facts and conditions of the second follow its questions to where they now are.
 */
export function joinForms(first: Form, second: Form): { form: Form; names: Names } {
  const names = namesIn(first, second);
  const taken = new Set(questionsIn(first).map(({ id }) => id));
  const sections = second.layout
    .map((section) => ({
      ...section,
      id: first.layout.some(({ id }) => id === section.id) ? `${section.id}-${second.id}` : section.id,
      questions: section.questions
        .filter(({ id }) => !taken.has(names.get(id) ?? id))
        .map((question) => renamed(question, names)),
    }))
    .filter(({ questions }) => questions.length > 0);
  const rules = second.rules.map((rule) => ({
    ...rule,
    id: first.rules.some(({ id }) => id === rule.id) ? `${rule.id}-${second.id}` : rule.id,
    question: names.get(rule.question) ?? rule.question,
    when: inWords(rule.when, names),
  }));
  const facts = second.facts
    .map((fact) => ({
      ...fact,
      on: names.get(fact.on) ?? fact.on,
      ...(fact.value === undefined ? {} : { value: names.get(fact.value) ?? fact.value }),
      ...(fact.when === undefined ? {} : { when: inWords(fact.when, names) }),
    }))
    .filter((fact) => !first.facts.some((known) => JSON.stringify(known) === JSON.stringify(fact)));
  const form = {
    ...first,
    layout: [...first.layout, ...sections],
    rules: [...first.rules, ...rules],
    facts: [...first.facts, ...facts],
  };
  return { form, names };
}

/** An output of the second form as one of the joined form. */
export const joinedOutput = (output: Output, form: string, names: Names): Output => ({
  ...output,
  form,
  blocks: output.blocks.map((block) =>
    'question' in block ? { ...block, question: names.get(block.question) ?? block.question } : block,
  ),
});

/** Same term: the first form's question. Same name for something else: a name of its own. */
function namesIn(first: Form, second: Form): Names {
  const asked = questionsIn(first);
  return new Map(
    questionsIn(second).map((question) => {
      const same = asked.find(
        ({ term, type, per }) =>
          term !== undefined && term === question.term && type === question.type && per === question.per,
      );
      if (same) return [question.id, same.id];
      return [question.id, asked.some(({ id }) => id === question.id) ? `${question.id}2` : question.id];
    }),
  );
}

function renamed(question: FormQuestion, names: Names): FormQuestion {
  const id = names.get(question.id) ?? question.id;
  return { ...question, id, ...(question.when ? { when: condition(question.when, names) } : {}) };
}

function condition(when: Condition, names: Names): Condition {
  if ('all' in when) return { all: when.all.map((part) => condition(part, names)) };
  if ('any' in when) return { any: when.any.map((part) => condition(part, names)) };
  if ('not' in when) return { not: condition(when.not, names) };
  return 'question' in when ? { ...when, question: names.get(when.question) ?? when.question } : when;
}

/** Names of questions in an expression; what stands in quotes is no name. */
const inWords = (expression: string, names: Names): string =>
  expression.replace(/"[^"]*"|[A-Za-z_]\w*/g, (word) => names.get(word) ?? word);
