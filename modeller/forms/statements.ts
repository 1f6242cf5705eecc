import type { Condition, FormQuestion } from '#engine/browser';

/** How an answer is compared, by a name of its own. */
export type Relation = 'is' | 'oneOf' | 'includes' | 'answered' | 'unanswered';

/** What can be said of a question's answer, by its type. `options`: how many answers it offers. */
export function relationsFor({ type }: Pick<FormQuestion, 'type'>, options: number): Relation[] {
  if (type === 'checkboxes' && options > 0) return ['includes', 'answered', 'unanswered'];
  if (options > 0 && type !== 'checkboxes') return ['is', 'oneOf', 'answered', 'unanswered'];
  if (type === 'number' || type === 'scale') return ['is', 'answered', 'unanswered'];
  return ['answered', 'unanswered'];
}

/** A statement about a question's answer. */
export function leafOf(
  asked: Pick<FormQuestion, 'id' | 'type'>,
  relation: Relation,
  values: (string | number)[],
): Condition {
  const question = asked.id;
  const [value] = values;
  if (relation === 'answered') return { question, answered: true };
  if (relation === 'unanswered') return { question, answered: false };
  if (relation === 'includes') return { question, includes: String(value ?? '') };
  if (relation === 'oneOf') return { question, oneOf: values };
  return { question, is: value ?? '' };
}

/** What a statement is about: a question's id, the child, or whether a timescale is late. */
export function subjectOf(leaf: Condition): string {
  if ('question' in leaf) return leaf.question;
  if ('late' in leaf) return `@late:${leaf.late}`;
  return '@child';
}

/** How a statement compares, and with what. */
export function relationOf(leaf: Condition): { relation: Relation; values: (string | number)[] } {
  if ('answered' in leaf) return { relation: leaf.answered ? 'answered' : 'unanswered', values: [] };
  if ('oneOf' in leaf) return { relation: 'oneOf', values: leaf.oneOf };
  if ('includes' in leaf) return { relation: 'includes', values: [leaf.includes] };
  if ('is' in leaf)
    return { relation: 'is', values: [typeof leaf.is === 'boolean' ? String(leaf.is) : leaf.is] };
  return { relation: 'answered', values: [] };
}
