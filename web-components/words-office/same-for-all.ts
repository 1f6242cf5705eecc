import { sayList } from '../words/lists.ts';

/** Words of the button that sets an answer for all children. */
export const sameForAll = {
  set: (questions: string[]) =>
    `The same for all children: ${questions.length > 2 ? `${questions.length} answers` : sayList(questions.map((one) => `“${one}”`))}`,
  eachChild: 'each child',
  done: (names: string[]) => `Set for ${sayList(names)} too.`,
  undo: 'Undo',
  undone: 'Taken back.',
} as const;
