import type { FormQuestion } from '../../contracts/index.ts';
import { headed, labelOf, type Making, type Parts } from '../making.ts';
import { ownWords } from '../wording.ts';
import { ofAll, ofChild } from './answer.ts';

/** So many children stand beside one another on a page; more stand below one another. */
const mostBeside = 4;

/** So many questions stand beside one another: then each child has a line, however many they are. */
const fewQuestions = 2;

/** Several questions as one table: what is the family's in two columns, what is each child's with a column for each. */
export function answers(making: Making, questions: FormQuestion[], label: string): Parts {
  const { words, children } = making;
  const caption = labelOf(making, label);
  const shared = questions.flatMap((question) => {
    const text = ofAll(making, question);
    return text === '' ? [] : [[labelOf(making, question.label), text]];
  });
  const own = questions.filter((question) => children.some(({ id }) => ofChild(making, question, id) !== ''));
  const head = [words.say(ownWords.question), words.say(ownWords.answer)];
  const tables: Parts = [
    ...(shared.length > 0 ? [{ kind: 'table' as const, caption, head, rows: shared }] : []),
    ...(own.length > 0 ? [each(making, own, caption)] : []),
  ];
  return tables.length === 0 ? [] : [...headed(making, caption), ...tables];
}

function each(making: Making, questions: FormQuestion[], caption: string): Parts[number] {
  const { words, children } = making;
  const text = (question: FormQuestion, child: string): string => ofChild(making, question, child) || '–';
  const names = children.map(({ called }) => called);
  if (children.length > 1 && questions.length <= fewQuestions) {
    const each = { called: words.say(ownWords.eachChild) };
    const head = [words.say(ownWords.name), ...questions.map(({ label }) => words.fill(label, each))];
    const rows = children.map(({ id, called }) => [called, ...questions.map((one) => text(one, id))]);
    return { kind: 'table', caption, head, rows };
  }
  if (children.length <= mostBeside) {
    return {
      ...{ kind: 'table', caption, head: [words.say(ownWords.question), ...names] },
      rows: questions.map((question) => [
        labelOf(making, question.label),
        ...children.map(({ id }) => text(question, id)),
      ]),
    };
  }
  const rows = children.map((child) => ({
    title: child.called,
    lines: questions.map((question) => ({
      label: words.fill(question.label, child),
      text: text(question, child.id),
    })),
  }));
  return { kind: 'rows', caption, rows };
}
