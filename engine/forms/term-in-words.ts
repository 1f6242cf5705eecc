import type { Version } from '../contracts/index.ts';
import { describeAnswer, type Describing } from './describe-answer.ts';
import { questionsOf } from './form-questions.ts';

/** The value of a term as people read it: as the question reads that records it, its code's label and all. */
export function termInWords(
  { forms, dictionary, blocks }: Pick<Version, 'forms' | 'dictionary' | 'blocks'>,
  nameOf?: Describing['nameOf'],
): (term: string, value: unknown) => string {
  const asked = Object.values(forms)
    .flatMap(questionsOf)
    .filter(({ policy, type }) => policy !== 'computed' && type !== 'echo');
  const about = { dictionary, blocks, ...(nameOf ? { nameOf } : {}) };
  return (term, value) => {
    const like = asked.find((question) => question.term === term);
    return like ? describeAnswer(like, value, about) : String(value);
  };
}
