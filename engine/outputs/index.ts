export { ownLanguage, plainOf, spansOf, type Span } from './as-written.ts';
export { fixedTexts } from './fixed-texts.ts';
export { questionsLeftOut } from './left-out.ts';
export { askedThere, recordIn } from './linked.ts';
export { makeOutput, outputTitle } from './make-output.ts';
export { mostTexts } from './most-texts.ts';
export { sketchOf } from './sketch-of.ts';
export { namesLost } from './names-lost.ts';
export { questionsIn } from './questions-in.ts';
