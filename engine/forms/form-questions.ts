import type { Form, FormQuestion } from '../contracts/index.ts';

/** Every question of a form, in the order in which it is asked. */
export function questionsOf(form: Form): FormQuestion[] {
  return form.layout.flatMap((section) => section.questions);
}

/** Whether a person answers it: guidance, echoes, computed and linked questions only show something. */
export function isAnswered(question: FormQuestion): boolean {
  if (question.type === 'guidance' || question.type === 'echo') return false;
  return question.policy !== 'computed' && question.policy !== 'linked';
}
