import type {
  Block,
  Form,
  FormQuestion,
  LeftOut,
  Output,
  OutputBlock,
  OutputReading,
} from '../contracts/index.ts';
import { isAnswered, questionsOf } from '../forms/browser.ts';
import { namedLeftOut, questionOf, rowsOf, type Making } from './making.ts';
import { forChild } from './rows-for.ts';
import { namedIn, ofLinked, recordIn } from './linked.ts';
import { questionsIn } from './questions-in.ts';

/** Questions that no block of an output shows: whoever reads it never learns what was answered. */
export function questionsLeftOut(layout: Output, form: Form): FormQuestion[] {
  const shown = new Set(layout.blocks.flatMap(questionsIn));
  const living = new Set(layout.blocks.flatMap(blocksIn));
  return questionsOf(form)
    .filter(isAnswered)
    .filter(({ id, block }) => !shown.has(id) && !(block !== undefined && living.has(block)));
}

/** Shared blocks that a block of a layout shows. */
export function blocksIn(block: OutputBlock): string[] {
  const beside = block.kind === 'living' ? (block.beside ?? []).map((one) => one.block) : [];
  return [...('block' in block && block.block !== undefined ? [block.block] : []), ...beside];
}

/** Answers that no block shows, where there is one. */
export function shownNowhere(making: Making): LeftOut[] {
  return questionsLeftOut(making.layout, making.source.form)
    .filter(({ id }) => isGiven(making, id))
    .map(({ id, label }) => ({ why: 'no-block', what: namedLeftOut(making, label), question: id }));
}

/** What a block that is not for this reader would have shown. */
export function notFor(making: Making, block: OutputBlock): LeftOut[] {
  const questions = questionsIn(block).flatMap((id) => {
    const question = isGiven(making, id) ? questionOf(making, id) : undefined;
    return question
      ? [{ why: 'audience' as const, what: namedLeftOut(making, question.label), question: id }]
      : [];
  });
  const living = blocksIn(block).flatMap((id) => {
    const shared = making.source.blocks.find((one) => one.id === id);
    const count = shared ? forChild(making, making.source.living[id] ?? [], shared).length : 0;
    return shared && count > 0
      ? [{ why: 'audience' as const, what: namedLeftOut(making, shared.title), count }]
      : [];
  });
  return [...questions, ...living];
}

/** Whether something was answered that a document for these children may be about. */
function isGiven({ source: { answers: all }, children }: Making, id: string): boolean {
  const own = children.map((child) => all.perChild[child.id] ?? {});
  return [all.answers, ...own].some((answers) => !isEmpty(answers[id]));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the maker may read and the document does not hold; what even the maker may not read is a number. */
export function withheld(making: Making): LeftOut[] {
  const { source } = making;
  const unseen: LeftOut[] = source.unseen ? [{ why: 'not-yours', count: source.unseen }] : [];
  return [...(source.maker ? lessThan(making, source.maker) : []), ...fromLinked(making), ...unseen];
}

/** The same of records that are shown within: of what is shown of them alone. */
function fromLinked(making: Making): LeftOut[] {
  const { linked = {} } = making.source;
  return Object.entries(linked).flatMap(([record, { maker }]) => {
    const of = ofLinked(making, record);
    const shown = making.layout.blocks.filter((block) => recordIn(block) === record).flatMap(namedIn);
    return of && maker ? lessThan(of, maker, shown) : [];
  });
}

function lessThan(making: Making, maker: OutputReading, only?: string[]): LeftOut[] {
  const { form, answers, living, blocks } = making.source;
  // in a document for one child, rows about the others are none of its matter, withheld or not
  const own = (value: unknown, of: FormQuestion | Block): unknown => {
    const rows = rowsOf(value);
    return rows.length > 0 ? forChild(making, rows, of) : value;
  };
  const asked = questionsOf(form).filter(({ id }) => only?.includes(id) ?? true);
  const answered = asked.flatMap((question) => {
    const each = [
      { child: undefined, before: maker.answers.answers, after: answers.answers },
      ...making.children.map(({ id: child }) => ({
        ...{ child, before: maker.answers.perChild[child] ?? {}, after: answers.perChild[child] ?? {} },
      })),
    ];
    return each.flatMap(({ child, before, after }) => {
      const count = fewer(own(before[question.id], question), own(after[question.id], question));
      return count === 0 ? [] : [placeOf(making, question, child, count)];
    });
  });
  const rows = (only ? [] : blocks).flatMap((block): LeftOut[] => {
    const count = fewer(own(maker.living[block.id], block), own(living[block.id], block));
    return count === 0 ? [] : [{ why: 'withheld', what: namedLeftOut(making, block.title), count }];
  });
  return [...answered, ...rows];
}

function placeOf(
  making: Making,
  { id, label }: FormQuestion,
  child: string | undefined,
  count: number,
): LeftOut {
  const whose = making.source.children.find((one) => one.id === child);
  return {
    ...{ why: 'withheld', what: namedLeftOut(making, label, whose), question: id },
    ...(whose ? { child: whose.called } : {}),
    ...(count > 1 ? { count } : {}),
  };
}

/** How many rows, or one for an answer, are there no more. */
function fewer(before: unknown, after: unknown): number {
  if (isEmpty(before)) return 0;
  const rows = rowsOf(before).length;
  return rows > 0 ? rows - rowsOf(after).length : Number(isEmpty(after));
}
