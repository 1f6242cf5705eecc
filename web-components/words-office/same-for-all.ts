import { sayList } from '../words/lists.ts';

/** Words of the button that sets an answer for all children. */
export const sameForAll = {
  set: 'The same for all children',
  done: (names: string[]) => `Set for ${sayList(names)} too.`,
  undo: 'Undo',
  undone: 'Taken back.',
} as const;
