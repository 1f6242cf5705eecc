import type { DocumentPart, Sketch } from '../contracts/index.ts';
import { familyShapes } from '../practice/index.ts';

/** The drawing that a block of a document holds, made of its texts as they are now: what is struck from them is in no line. */
export const sketchOf = ({ family, says, dates }: DocumentPart & { kind: 'genogram' }): Sketch =>
  familyShapes(family, { home: says, dates: ({ id }) => dates[id] ?? '' });
