import type { Answers, Block, Finding, Form, FormQuestion } from '../contracts/index.ts';
import { inRow, missingSays } from './answer-messages.ts';
import { isGiven, isNeeded, isWayOut, keyOf } from './conditions.ts';
import type { ChildAsked } from './conditions.ts';
import { isAnswered, questionsOf } from './form-questions.ts';
import { columnsOf } from './columns-of.ts';

export interface Asking {
  form: Form;
  blocks: Block[];
  answers: Answers;
  children: ChildAsked[];
  /** keys of the questions that are shown */
  shown: Set<string>;
  /** whether rows of this shared block live with the family already */
  hasRows: (block: string) => boolean;
}

/** Every required question that is shown and has neither an answer nor its way out; and cells that rows need. */
export function missingFindings(asking: Asking): Finding[] {
  return questionsOf(asking.form)
    .filter(isAnswered)
    .flatMap((question) => [...answerFindings(asking, question), ...rowFindings(asking, question)]);
}

function answerFindings(asking: Asking, question: FormQuestion): Finding[] {
  const { form, answers, shown, hasRows } = asking;
  const children = asking.children.filter((child) => isNeeded(question, answers, child, form));
  if (children.length === 0) return [];
  const has = (value: unknown) => isGiven(value) || (question.wayOut !== undefined && isWayOut(value));
  if (question.block && hasRows(question.block) && KEEPS.includes(question.policy)) return [];
  if (question.per !== 'child') {
    if (!shown.has(question.id) || has(answers.answers[question.id])) return [];
    const asked = children.filter((child) => shown.has(keyOf(question.id, child.id)));
    const own = asked.filter((child) => has(answers.perChild[child.id]?.[question.id]));
    return asked.length > 0 && own.length === asked.length ? [] : [missing(question)];
  }
  return children
    .filter((child) => shown.has(keyOf(question.id, child.id)))
    .filter((child) => !has(answers.perChild[child.id]?.[question.id]))
    .map((child) => ({ ...missing(question), child: child.id }));
}

/** Rows already with the family answer a question that shows them; one that asks for fresh thought wants new ones. */
const KEEPS: FormQuestion['policy'][] = ['carry-forward', 'show-beside'];

function missing(question: FormQuestion): Finding {
  return { check: 'answer-missing', level: 'error', question: question.id, message: missingSays(question) };
}

function rowFindings({ answers, children, blocks }: Asking, question: FormQuestion): Finding[] {
  if (question.type !== 'table') return [];
  const shownOnly = question.showColumns;
  const columns = columnsOf(question, blocks).filter(
    ({ id, required, type }) =>
      required && (shownOnly?.includes(id) ?? true) && !(question.per === 'child' && type === 'children'),
  );
  const of = (rows: unknown, child?: string): Finding[] =>
    (Array.isArray(rows) ? (rows as unknown[]) : []).flatMap((row, at) =>
      columns
        .filter(({ id }) => typeof row === 'object' && row !== null && !(id in row))
        .map((column) => ({
          ...{ check: 'cell-missing', level: 'error' as const, question: question.id },
          ...(child === undefined ? {} : { child }),
          message: inRow(question, at, `“${column.label}” is needed.`),
        })),
    );
  return [
    ...of(answers.answers[question.id]),
    ...children.flatMap(({ id }) => of(answers.perChild[id]?.[question.id], id)),
  ];
}
