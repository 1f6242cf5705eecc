import { questionsOf, type Condition, type Form, type FormRule, type RecordedFact } from '#engine/browser';
import { partsOf, type Files } from '../parts.ts';
import { withoutQuestion } from '../condition-edits.ts';
import { formIn, placeOf, quoted, withLayout, writeForm, type FilesChange } from './change.ts';
import { readIn } from './readers.ts';

/** What goes or changes with a question, in sentences: said before it is removed. */
export function whatGoesWith(files: Files, formId: string, id: string): string[] {
  const form = formIn(files, formId);
  const parts = partsOf(files);
  const { question } = placeOf(form, id);
  const name = (fact: string): string => quoted(parts.facts.find((one) => one.id === fact)?.name ?? fact);
  const printed = parts.outputs.filter(
    (output) =>
      output.form === formId && output.blocks.some((block) => 'question' in block && block.question === id),
  );
  return [
    ...printed.map(({ title, id: output }) => `${quoted(title)} (${output}) no longer prints it.`),
    ...questionsOf(form)
      .filter(({ when }) => when && reads(when, id))
      .map(({ label }) => `${quoted(label)} no longer waits for it.`),
    ...form.facts
      .filter(({ on }) => on === id)
      .map(({ fact }) => `${name(fact)} is recorded on the day of completion.`),
    ...form.facts
      .filter(({ value }) => value === id)
      .map(({ fact }) => `${name(fact)} is recorded without this answer.`),
    ...form.rules.filter((rule) => ruleReads(rule, id)).map(({ say }) => `A rule goes: ${quoted(say)}`),
    ...(question.opens ? ['The work its answers open is no longer opened from here.'] : []),
  ];
}

/** The question is gone from the form, from what waits for it and from what prints it. */
export function removeQuestion(files: Files, formId: string, id: string): FilesChange {
  const form = formIn(files, formId);
  const { question } = placeOf(form, id);
  const says = `Question removed from ${quoted(form.title)}: ${quoted(question.label)}`;
  const own = writeForm(withoutIt(form, id), says);
  return { changes: { ...own.changes, ...readIn(files, formId, question, []) }, says };
}

function withoutIt(form: Form, id: string): Form {
  const left = withLayout(form, (layout) => {
    for (const section of layout) {
      section.questions = section.questions
        .filter((one) => one.id !== id)
        .map(({ when, ...rest }) => {
          const then = when && withoutQuestion(when, id);
          return then ? { ...rest, when: then } : rest;
        });
    }
  });
  return {
    ...left,
    facts: form.facts.map((fact) => factWithout(fact, id)),
    rules: form.rules.filter((rule) => !ruleReads(rule, id)),
  };
}

function factWithout({ value, ...fact }: RecordedFact, id: string): RecordedFact {
  const on = fact.on === id ? 'completed' : fact.on;
  return value === undefined || value === id ? { ...fact, on } : { ...fact, on, value };
}

function ruleReads(rule: FormRule, id: string): boolean {
  return rule.question === id || new RegExp(`(^|[^\\w.])${id}(?!\\w)`).test(rule.when);
}

function reads(condition: Condition, id: string): boolean {
  return JSON.stringify(condition).includes(`"question":${JSON.stringify(id)}`);
}
