import {
  isAnswered,
  isNeeded,
  isShown,
  keyOf,
  withoutHidden,
  type Answers,
  type ChildAsked,
  type Column,
  type FormQuestion,
  type FormSection,
} from '#engine/browser';
import type { ChildNamed, FormAsked, TaskPage } from '../../api/tasks.ts';
import { isEmpty } from '../../controllers/is-empty.ts';

/** One question as it is put: to the family, or to one of its children. */
export interface Asked {
  key: string;
  question: FormQuestion;
  child?: ChildNamed;
}

type Values = ReadonlyMap<string, { value: unknown }>;

/** The children of a task as conditions know them. */
export function childrenAsked(page: Pick<TaskPage, 'children' | 'late'>): ChildAsked[] {
  return page.children.map(({ id, unborn }) => ({ id, unborn: unborn === true, late: page.late }));
}

/** Answers so far in the shape in which they are sent; what is empty or not asked stays out. */
export function answersOf(page: Pick<TaskPage, 'form' | 'children' | 'late'>, values: Values): Answers {
  const all: Answers = { answers: {}, perChild: Object.fromEntries(page.children.map(({ id }) => [id, {}])) };
  for (const [key, { value }] of values) {
    if (isEmpty(value)) continue;
    const [question = '', child] = key.split('@');
    if (child === undefined) all.answers[question] = value;
    else (all.perChild[child] ??= {})[question] = value;
  }
  return withoutHidden(page.form, all, childrenAsked(page));
}

/** What a section asks now, in order; for a child's own questions, once for each child it applies to. */
export function askedIn(page: FormAsked, section: FormSection, answers: Answers): Asked[] {
  const children = childrenAsked(page);
  return section.questions.flatMap((question): Asked[] => {
    const shownTo = children.filter((child) => isShown(question, answers, child, page.form));
    if (shownTo.length === 0) return [];
    if (question.per !== 'child') return [{ key: question.id, question }];
    return page.children
      .filter(({ id }) => shownTo.some((child) => child.id === id))
      .map((child) => ({ key: keyOf(question.id, child.id), question, child }));
  });
}

/** A run of a child's own questions stands together, child by child, so that one child is thought of at a time. */
export function inRuns(asked: readonly Asked[]): { child?: ChildNamed; asked: Asked[] }[] {
  const runs: { perChild: boolean; asked: Asked[] }[] = [];
  for (const one of asked) {
    const perChild = one.child !== undefined;
    const last = runs.at(-1);
    if (last && last.perChild === perChild) last.asked.push(one);
    else runs.push({ perChild, asked: [one] });
  }
  return runs.flatMap((run) => (run.perChild ? byChild(run.asked) : [{ asked: run.asked }]));
}

function byChild(asked: readonly Asked[]): { child?: ChildNamed; asked: Asked[] }[] {
  const children = [
    ...new Map(asked.flatMap(({ child }) => (child ? [[child.id, child] as const] : []))).values(),
  ];
  return children.map((child) => ({ child, asked: asked.filter((one) => one.child?.id === child.id) }));
}

export interface Progress {
  answered: number;
  all: number;
  status: 'done' | 'started' | 'empty' | 'nothing';
}

/** How far a section is: of the questions it requires now; where it requires none, whether anything is written. */
export function progressOf(page: TaskPage, section: FormSection, answers: Answers): Progress {
  const asked = askedIn(page, section, answers).filter(({ question }) => isAnswered(question));
  if (asked.length === 0) return { answered: 0, all: 0, status: 'nothing' };
  const required = asked.filter(
    ({ question, child }) =>
      !standsAlready(page, question) &&
      childrenAsked(page).some(
        (one) => (!child || child.id === one.id) && isNeeded(question, answers, one, page.form),
      ),
  );
  const answered = required.filter((one) => hasAnswer(answers, one)).length;
  const any = asked.some((one) => hasAnswer(answers, one));
  if (answered === required.length && (required.length > 0 || any)) {
    return { answered, all: required.length, status: 'done' };
  }
  return {
    answered,
    all: required.length,
    status: any ? 'started' : required.length === 0 ? 'nothing' : 'empty',
  };
}

/** Rows recorded already answer a question that carries them on. */
function standsAlready(page: TaskPage, question: FormQuestion): boolean {
  const keeps = question.policy === 'carry-forward' || question.policy === 'show-beside';
  return keeps && question.block !== undefined && (page.blocks[question.block]?.rows.length ?? 0) > 0;
}

function hasAnswer(answers: Answers, { question, child }: Asked): boolean {
  const own = child ? answers.perChild[child.id]?.[question.id] : answers.answers[question.id];
  if (!isEmpty(own)) return true;
  if (question.per !== 'shared') return false;
  const each = Object.values(answers.perChild);
  return each.length > 0 && each.every((answersOfChild) => !isEmpty(answersOfChild[question.id]));
}

/** Columns of a table: its own, or those of the shared block that this form shows. */
export function columnsOf(page: Pick<TaskPage, 'blockShapes'>, question: FormQuestion): Column[] {
  if (question.columns) return question.columns;
  const columns = page.blockShapes.find(({ id }) => id === question.block)?.columns ?? [];
  if (!question.showColumns) return columns;
  return question.showColumns.flatMap((id) => columns.find((column) => column.id === id) ?? []);
}
