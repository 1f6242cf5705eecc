import type { FormQuestion, OutputPerson } from '../../contracts/index.ts';
import { isShown } from '../../forms/browser.ts';
import { headed, labelOf, type Making, type Parts } from '../making.ts';
import { sayValue, sayWorked } from '../say-value.ts';
import { ownWords } from '../wording.ts';

/** A text and whose it is; without a name it is said of all. */
export interface Said {
  text: string;
  whose?: string;
}

const isShort = ({ text }: Said): boolean => text.length <= 100 && !text.includes('\n');

/** An answer under its question: a short one beside it; `plain`: without the question. */
export function answer(making: Making, question: FormQuestion, label = question.label, plain = false): Parts {
  const said = saidOf(making, question);
  if (said.length === 0) return [];
  if (plain) return said.flatMap(paragraphs);
  const heading = labelOf(making, label);
  if (said.every(isShort)) {
    const text = said.map(({ text, whose }) => (whose === undefined ? text : `${whose}: ${text}`)).join('\n');
    return [{ kind: 'line', label: heading, text }];
  }
  return [...headed(making, heading), ...said.flatMap(paragraphs)];
}

function paragraphs({ text, whose }: Said): Parts {
  return text.split(/\n{2,}/).map((part, at) => ({
    ...{ kind: 'paragraph', text: part },
    ...(whose !== undefined && at === 0 ? { whose } : {}),
  }));
}

/** What was answered: for all, then what is each child's own, those together who have the same. */
export function saidOf(making: Making, question: FormQuestion): Said[] {
  const { source, words, children } = making;
  const whole = ofAll(making, question);
  const own = children.flatMap((child) => {
    const text = ofChild(making, question, child.id);
    return text === '' ? [] : [{ text, child }];
  });
  const texts = [...new Set(own.map(({ text }) => text))];
  const isAll = whole === '' && texts.length === 1 && own.length === source.children.length;
  const each = texts.map((text) => {
    const names = words.list(own.filter((one) => one.text === text).map(({ child }) => child.called));
    const whose = question.per === 'shared' ? words.say(ownWords.for).replace('[child]', names) : names;
    return isAll || making.asked.child !== undefined ? { text } : { text, whose };
  });
  return [...(whole === '' ? [] : [{ text: whole }]), ...each];
}

export function ofAll(making: Making, question: FormQuestion): string {
  const { source, words } = making;
  const value = sayValue(question, source.answers.answers[question.id], source, words);
  const isAsked = source.children.some((child) => isShownTo(making, question, child));
  return value || (isAsked ? sayWorked(question.id, source, words) : '');
}

export function ofChild(making: Making, question: FormQuestion, id: string): string {
  const { source, words } = making;
  const value = sayValue(question, source.answers.perChild[id]?.[question.id], source, words);
  const child = source.children.find((one) => one.id === id);
  const isAsked = child !== undefined && isShownTo(making, question, child);
  return value || (isAsked ? sayWorked(`${question.id}@${id}`, source, words) : '');
}

/** What the service works out stands only where the form would have shown it. */
function isShownTo(
  { source }: Making,
  question: FormQuestion,
  { id, born, expected }: OutputPerson,
): boolean {
  const unborn = born === undefined && expected !== undefined;
  return isShown(question, source.answers, { id, unborn }, source.form);
}
