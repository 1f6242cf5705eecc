/** How plain a text is: its reading age, and the words of the trade in it. */
export { jargonIn } from './jargon.ts';
export type { JargonFound, JargonWord, PlainWords } from './jargon.ts';
export type { Passage } from './passage.ts';
export { readingAge } from './reading-age.ts';
export type { HardSentence, Reading } from './reading-age.ts';
