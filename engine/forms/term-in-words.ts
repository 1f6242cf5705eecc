import type { Form, FormQuestion, Version } from '../contracts/index.ts';
import { describeAnswer, type Describing } from './describe-answer.ts';
import { questionsOf } from './form-questions.ts';

/** Of each term the question by which it is recorded; undefined where none asks it. */
export function askedBy(forms: Readonly<Record<string, Form>>): (term: string) => FormQuestion | undefined {
  const asked = Object.values(forms)
    .flatMap(questionsOf)
    .filter(({ policy, type }) => policy !== 'computed' && type !== 'echo');
  return (term) => asked.find((question) => question.term === term);
}

/** The value of a term as people read it: as the question reads that records it, its code's label and all. */
export function termInWords(
  { forms, dictionary, blocks }: Pick<Version, 'forms' | 'dictionary' | 'blocks'>,
  nameOf?: Describing['nameOf'],
): (term: string, value: unknown) => string {
  const asks = askedBy(forms);
  const about = { dictionary, blocks, ...(nameOf ? { nameOf } : {}) };
  return (term, value) => {
    const like = asks(term);
    return like ? describeAnswer(like, value, about) : String(value);
  };
}
