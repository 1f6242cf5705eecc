import type { Answers, Condition, Form, FormQuestion } from '../contracts/index.ts';
import { isAnswered, questionsOf } from './form-questions.ts';

/** What a condition may know of a child: whether it is born, and which timescales are late for it. */
export interface ChildAsked {
  id: string;
  unborn: boolean;
  late?: string[];
}

/**
 * Whether a question is shown to one child, by the answers given so far. With the `form`, an answer to a question that
 * is itself not shown counts as not given (it is left over from before an earlier answer was changed).
 */
export function isShown(question: FormQuestion, answers: Answers, child: ChildAsked, form?: Form): boolean {
  return !question.when || holds(question.when, answers, child, form);
}

/** Whether a question must be answered for one child, by the answers given so far. */
export function isNeeded(question: FormQuestion, answers: Answers, child: ChildAsked, form?: Form): boolean {
  const { required, requiredWhen } = question;
  return required === true && (!requiredWhen || holds(requiredWhen, answers, child, form));
}

/** Whether a condition holds for one child: its own answers first, then the family's. */
export function holds(condition: Condition, answers: Answers, child: ChildAsked, form?: Form): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, answers, child, form));
  if ('any' in condition) return condition.any.some((one) => holds(one, answers, child, form));
  if ('not' in condition) return !holds(condition.not, answers, child, form);
  if ('late' in condition) return child.late?.includes(condition.late) ?? false;
  if ('child' in condition) return child.unborn === (condition.child === 'unborn');
  const value = seenAnswer(condition.question, answers, child, form);
  if ('answered' in condition) return condition.answered === isGiven(value);
  if ('is' in condition) return value === condition.is;
  if ('oneOf' in condition) return condition.oneOf.some((one) => one === value);
  return Array.isArray(value) && value.includes(condition.includes);
}

/** Questions asked of this form's children: ids for the family, `question@child` for a child's own answer. */
export function shownKeys(form: Form, answers: Answers, children: ChildAsked[]): Set<string> {
  const keys = new Set<string>();
  for (const question of questionsOf(form)) {
    const shownTo = children.filter((child) => isShown(question, answers, child, form));
    if (shownTo.length === 0) continue;
    if (question.per !== 'child') keys.add(question.id);
    if (question.per !== 'family') for (const child of shownTo) keys.add(keyOf(question.id, child.id));
  }
  return keys;
}

/** The answers without those to questions that are not shown: what a page sends when a form is completed. */
export function withoutHidden(form: Form, answers: Answers, children: ChildAsked[]): Answers {
  const shown = shownKeys(form, answers, children);
  const keep = (own: Record<string, unknown>, child?: string) =>
    Object.fromEntries(Object.entries(own).filter(([id]) => shown.has(keyOf(id, child))));
  return {
    ...answers,
    answers: keep(answers.answers),
    perChild: Object.fromEntries(
      Object.entries(answers.perChild).map(([child, own]) => [child, keep(own, child)]),
    ),
  };
}

/** How one answer is named in drafts and findings: `question`, or `question@child` for a child's own. */
export function keyOf(question: string, child?: string): string {
  return child === undefined ? question : `${question}@${child}`;
}

/** A real answer: neither missing, nor empty, nor the way out of a question that could not be answered. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isWayOut(value);
}

/** The way out that was taken: “not possible, because …”. */
export function isWayOut(value: unknown): value is { notPossible: string } {
  return typeof value === 'object' && value !== null && 'notPossible' in value;
}

function seenAnswer(id: string, answers: Answers, child: ChildAsked, form: Form | undefined): unknown {
  const question = form && questionsOf(form).find((one) => one.id === id);
  if (question && (!isAnswered(question) || !isShown(question, answers, child, form))) return undefined;
  return answers.perChild[child.id]?.[id] ?? answers.answers[id];
}
