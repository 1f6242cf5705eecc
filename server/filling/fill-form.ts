import type { Answers, Block, Column, Form, FormQuestion, Version } from '#engine';
import { isShown, optionsOf, withoutHidden } from '#engine';

/** What the filler may read of the family it writes for. */
export interface FillFor {
  version: Version;
  form: Form;
  children: { id: string; unborn: boolean; late: string[] }[];
  /** London day and moment of the writing */
  day: string;
  moment: string;
  /** people of the case whom a person question may name */
  people: string[];
  /** answers that are settled: they win over what the filler would write */
  given: Answers;
  /** words for a text question; the same call gives the same words */
  words: (question: { id: string; term?: string; label: string }, child?: string) => string;
  /** a number in [0, 1) */
  chance: () => number;
  /** what was answered before: a question that carries forward takes it over */
  known?: (term: string, child?: string) => unknown;
  /** also answer this share of the questions that are not required */
  optional: number;
}

/** Completes a form the way a practitioner would: what is given stands, every required question gets a valid answer. */
export function fillForm(fill: FillFor): Answers {
  const answers = structuredClone(fill.given);
  for (const child of fill.children) answers.perChild[child.id] ??= {};
  for (const question of fill.form.layout.flatMap((section) => section.questions)) {
    if (isAsked(question)) answer(fill, question, answers);
  }
  return withoutHidden(fill.form, answers, fill.children);
}

function isAsked(question: FormQuestion): boolean {
  const silent = ['guidance', 'echo', 'file'].includes(question.type);
  return !silent && question.policy !== 'computed' && question.policy !== 'linked';
}

function answer(fill: FillFor, question: FormQuestion, answers: Answers): void {
  const wanted = question.required === true || fill.chance() < fill.optional;
  if (!wanted) return;
  if (question.per !== 'child') {
    const shown = fill.children.some((child) => isShown(question, answers, child));
    if (shown && answers.answers[question.id] === undefined) put(answers.answers, question, fill);
    return;
  }
  for (const child of fill.children) {
    const own = (answers.perChild[child.id] ??= {});
    if (own[question.id] === undefined && isShown(question, answers, child))
      put(own, question, fill, child.id);
  }
}

function put(into: Record<string, unknown>, question: FormQuestion, fill: FillFor, child?: string): void {
  const before = question.policy === 'carry-forward' ? fill.known?.(question.term ?? '', child) : undefined;
  if (before !== undefined) {
    into[question.id] = before;
    return;
  }
  const value =
    question.columns || question.block ? rows(fill, question, child) : valueOf(fill, question, child);
  if (value !== undefined) into[question.id] = value;
}

function valueOf(fill: FillFor, question: FormQuestion, child?: string): unknown {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return fill.words(question, child);
    case 'yes-no':
      return fill.chance() < 0.85 && !question.opens?.['yes'] ? 'yes' : 'no';
    case 'radios':
      return pick(fill, question);
    case 'checkboxes':
      return some([pick(fill, question)].filter((one) => one !== undefined));
    case 'date':
      return question.time ? fill.moment : fill.day;
    case 'number':
      return question.least ?? 1;
    case 'scale':
      return 3 + Math.floor(fill.chance() * 5);
    case 'person':
      return fill.people[0] ?? (question.wayOut ? { notPossible: 'Not known yet' } : undefined);
    case 'address':
      return { line1: '14 Lantern Row', town: 'Harrowmouth', postcode: 'ZZ99 3AB' };
    default:
      return undefined;
  }
}

function some<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** Any option but those that open a strand: a worry is never made up, it is given. */
function pick(fill: FillFor, question: FormQuestion): string | undefined {
  const options = optionsOf(question, fill.version.dictionary).filter((one) => !question.opens?.[one.value]);
  return options[Math.floor(fill.chance() * options.length)]?.value;
}

function rows(fill: FillFor, question: FormQuestion, child?: string): Record<string, unknown>[] {
  const block: Block | undefined = fill.version.blocks.find((one) => one.id === question.block);
  const columns = question.columns ?? block?.columns ?? [];
  // a row without an id is new: the record it is written in gives it one
  const row: Record<string, unknown> = {};
  for (const column of columns) {
    const value = cell(fill, question, column, child);
    if (value !== undefined) row[column.id] = value;
  }
  return [row];
}

function cell(fill: FillFor, question: FormQuestion, column: Column, child?: string): unknown {
  if (column.type === 'children') return child ? [child] : fill.children.map((one) => one.id);
  if (column.type === 'file' || (column.type === 'person' && fill.people.length === 0)) return undefined;
  const { required: _, ...shape } = column;
  const like = { ...shape, id: `${question.id}.${column.id}`, per: 'family' } as unknown as FormQuestion;
  return valueOf(fill, like, child);
}
