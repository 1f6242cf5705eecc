import type { Form, FormQuestion, Output, RecordedFact } from '#engine/browser';

/** The questions of a form, in their order. */
export const questionsIn = (form: Form): FormQuestion[] => form.layout.flatMap(({ questions }) => questions);

/**
 * A form with some of its questions only, and with the rules and facts that read them. A fact that reads none of the
 * form's questions (it happens when the form is done) stays with the part that is `whole`.
 */
export function withQuestions(form: Form, keeps: (question: string) => boolean, whole: boolean): Form {
  const ids = questionsIn(form).map(({ id }) => id);
  const reads = (fact: RecordedFact): string[] => {
    const words = [fact.on, fact.value ?? '', ...(fact.when?.match(/[A-Za-z_]\w*/g) ?? [])];
    return ids.filter((id) => words.includes(id));
  };
  return {
    ...form,
    layout: form.layout
      .map((section) => ({ ...section, questions: section.questions.filter(({ id }) => keeps(id)) }))
      .filter(({ questions }, at) => questions.length > 0 || (whole && at === 0)),
    rules: form.rules.filter(({ question }) => keeps(question)),
    facts: form.facts.filter((fact) => {
      const [first] = reads(fact);
      return first === undefined ? whole : keeps(first);
    }),
  };
}

/** What is printed of a form, without what it no longer asks. */
export const outputOf = (output: Output, keeps: (question: string) => boolean): Output => ({
  ...output,
  blocks: output.blocks.filter((block) => !('question' in block) || keeps(block.question)),
});
