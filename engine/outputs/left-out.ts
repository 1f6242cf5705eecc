import type {
  Answers,
  Form,
  FormQuestion,
  LeftOut,
  Output,
  OutputBlock,
  OutputReading,
} from '../contracts/index.ts';
import { isAnswered, questionsOf } from '../forms/browser.ts';
import { labelOf, questionOf, rowsOf, type Making } from './making.ts';
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
    .filter(({ id }) => isGiven(making.source.answers, id))
    .map(({ id, label }) => ({ why: 'no-block', what: labelOf(making, label), question: id }));
}

/** What a block that is not for this reader would have shown. */
export function notFor(making: Making, block: OutputBlock): LeftOut[] {
  const { answers } = making.source;
  const questions = questionsIn(block).flatMap((id) => {
    const question = isGiven(answers, id) ? questionOf(making, id) : undefined;
    return question
      ? [{ why: 'audience' as const, what: labelOf(making, question.label), question: id }]
      : [];
  });
  const living = blocksIn(block).flatMap((id) => {
    const shared = making.source.blocks.find((one) => one.id === id);
    const count = making.source.living[id]?.length ?? 0;
    return shared && count > 0
      ? [{ why: 'audience' as const, what: labelOf(making, shared.title), count }]
      : [];
  });
  return [...questions, ...living];
}

const isGiven = ({ answers, perChild }: Answers, id: string): boolean =>
  [answers, ...Object.values(perChild)].some((all) => !isEmpty(all[id]));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the maker may read and the document does not hold; what even the maker may not read is a number. */
export function withheld(making: Making): LeftOut[] {
  const { source } = making;
  const unseen: LeftOut[] = source.unseen ? [{ why: 'not-yours', count: source.unseen }] : [];
  return [...(source.maker ? lessThan(making, source.maker) : []), ...unseen];
}

function lessThan(making: Making, maker: OutputReading): LeftOut[] {
  const { form, answers, living, blocks } = making.source;
  const answered = questionsOf(form).flatMap((question) => {
    const own = [
      { child: undefined, before: maker.answers.answers, after: answers.answers },
      ...Object.entries(maker.answers.perChild).map(([child, before]) => ({
        ...{ child, before, after: answers.perChild[child] ?? {} },
      })),
    ];
    return own.flatMap(({ child, before, after }) => {
      const count = fewer(before[question.id], after[question.id]);
      return count === 0 ? [] : [placeOf(making, question, child, count)];
    });
  });
  const rows = blocks.flatMap(({ id, title }): LeftOut[] => {
    const count = fewer(maker.living[id], living[id]);
    return count === 0 ? [] : [{ why: 'withheld', what: labelOf(making, title), count }];
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
    ...{ why: 'withheld', what: making.words.fill(label, whose), question: id },
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
