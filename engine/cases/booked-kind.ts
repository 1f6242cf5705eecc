import type { Case, Form, Version } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { evaluateFeel } from '../forms/index.ts';
import { surroundings } from './context.ts';

/** Which meeting a form books, and why that is known. */
export interface KindBooked {
  question: string;
  is: string;
  because: string;
}

/** Which meeting a form books, where it follows from what is known and is the same for every child it is for. */
export function bookedKind(
  version: Version,
  kase: Case,
  form: Form,
  children: string[],
  now: string,
): KindBooked | undefined {
  const { kind } = form.booking ?? {};
  if (!kind) return undefined;
  const found = children.map((child) => {
    const context = surroundings(version, kase, child, dayOf(now));
    return kind.follows.find(({ when }) => evaluateFeel(when, context) === true);
  });
  const [first] = found;
  if (!first || found.some((one) => one?.is !== first.is)) return undefined;
  return { question: kind.question, is: first.is, because: first.because };
}
