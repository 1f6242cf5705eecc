import { isDeepStrictEqual } from 'node:util';
import { textsIn } from './withheld.ts';

/** Where an answer stands: the form it was given in, its question, and the child where it is a child's own. */
export interface Place {
  form: string;
  question: string;
  child?: string;
}

/** What a question of a form asks for, by its own id and by others: forms ask for the same thing under other ids. */
export type Asks = (form: string, question: string) => string[];

/** By what an answer elsewhere is known to be the one that is withheld. */
export interface Copies {
  /** answers that were withheld, and what was asked: the same answer to the same thing is a copy, however short */
  answers: { value: unknown; asked: string[]; child?: string }[];
  /** words long enough to be nobody else's: the same words are a copy wherever they stand */
  words: unknown[];
  asks: Asks;
}

const short = 12;
const shortestId = 36;
const code = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What somebody wrote or sent, and not a choice that many make: long, and not codes of a list alone. */
export function isOwn(value: unknown): boolean {
  if (JSON.stringify(value ?? '').length <= short + 2) return false;
  return textsIn(value).some((text) => text.length >= shortestId || !code.test(text));
}

/** Whether an answer is one that was withheld where it was first given. */
export function isCopy(copies: Copies, value: unknown, place?: Place): boolean {
  if (isOwn(value) && copies.words.some((one) => isDeepStrictEqual(one, value))) return true;
  if (place === undefined || value === null || value === undefined) return false;
  const asked = copies.asks(place.form, place.question);
  return copies.answers.some(
    (one) =>
      isDeepStrictEqual(one.value, value) &&
      // what was said of all children is offered to each of them
      (one.child === undefined || place.child === undefined || one.child === place.child) &&
      asked.some((what) => one.asked.includes(what)),
  );
}
