import type { Form, FormQuestion, Policy } from '../contracts/index.ts';
import { keyOf } from './conditions.ts';
import type { EarlierAnswer } from './earlier-answers.ts';
import { questionsOf } from './form-questions.ts';

/** What a question offers of what is known already, by its policy. */
export interface Offer {
  policy: Policy;
  /** carry-forward: what stands in the question until a person changes it, and where it comes from */
  filled?: { value: unknown; from: EarlierAnswer };
  /** carry-forward of a shared block: its rows live with the family and are shown as they are */
  rows?: Record<string, unknown>[];
  /** shown beside the question, the newest first */
  beside: EarlierAnswer[];
  /** ask-again: how many earlier answers will show themselves once this one is saved */
  waiting: number;
  /** linked: the records and rows to show */
  linked?: { records: string[]; blocks: string[] };
}

export interface CarryForward {
  form: Form;
  /** ids of the children the form is open for */
  children: string[];
  /** from `earlierAnswers`, the newest first */
  earlier: EarlierAnswer[];
  /** rows of each shared block as they are now */
  rows?: Record<string, Record<string, unknown>[]>;
  /** records of the case, for questions that show them, the newest first */
  records?: { id: string; form: string; children: string[] }[];
  /** keys of the questions that were saved at least once in this form (`question` or `question@child`) */
  saved?: ReadonlySet<string>;
}

/** Most earlier answers beside one question: more is a history, and has a page of its own. */
const MOST_BESIDE = 5;

/**
 * What to show at each question, by its key (`question`, or `question@child` for a child's own answer). Nothing is
 * filled in silently: what is carried forward says where it comes from, and asked-again answers hide the earlier one
 * until the first save.
 */
export function carryForward(carrying: CarryForward): Record<string, Offer> {
  const offers: Record<string, Offer> = {};
  for (const question of questionsOf(carrying.form)) {
    if (question.type === 'guidance') continue;
    if (question.per !== 'child') offers[question.id] = offerOf(carrying, question, '');
    if (question.per === 'family') continue;
    for (const child of carrying.children) {
      offers[keyOf(question.id, child)] = offerOf(carrying, question, child);
    }
  }
  return offers;
}

function offerOf(carrying: CarryForward, question: FormQuestion, child: string): Offer {
  const { policy, block } = question;
  const known = knownOf(carrying.earlier, question, child);
  const offer: Offer = { policy, beside: [], waiting: 0 };
  if (block && policy !== 'linked') offer.rows = rowsFor(carrying.rows?.[block] ?? [], child);
  if (policy === 'show-beside') offer.beside = known.slice(0, MOST_BESIDE);
  if (policy === 'linked') offer.linked = linkedOf(carrying, question, child);
  if (policy === 'carry-forward') {
    const [from, ...older] = known;
    if (from && !block) offer.filled = { value: from.value, from };
    offer.beside = older.slice(0, MOST_BESIDE);
  }
  if (policy === 'ask-again') {
    const isSaved = carrying.saved?.has(keyOf(question.id, child === '' ? undefined : child)) ?? false;
    if (isSaved) offer.beside = known.slice(0, MOST_BESIDE);
    else offer.waiting = known.length;
  }
  return offer;
}

/** Answers to the same term: a child's own; for a question of each child, also what was once said of all of them. */
function knownOf(earlier: EarlierAnswer[], question: FormQuestion, child: string): EarlierAnswer[] {
  const same = earlier.filter(({ term }) => term === question.term);
  if (child === '') return same.filter((answer) => answer.child === '');
  if (question.per === 'shared') return same.filter((answer) => answer.child === child);
  return same.filter((answer) => answer.child === child || answer.child === '');
}

/** Rows that name children are shown to those children; rows that name none belong to the whole family. */
function rowsFor(rows: Record<string, unknown>[], child: string): Record<string, unknown>[] {
  if (child === '') return rows;
  return rows.filter(({ childIds }) => !Array.isArray(childIds) || childIds.includes(child));
}

function linkedOf({ records = [] }: CarryForward, { links = [] }: FormQuestion, child: string) {
  const shown = records.filter(
    (record) => links.includes(record.form) && (child === '' || record.children.includes(child)),
  );
  const forms = new Set(records.map(({ form }) => form));
  return { records: shown.map(({ id }) => id), blocks: links.filter((link) => !forms.has(link)) };
}
