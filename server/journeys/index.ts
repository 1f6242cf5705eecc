export { journeysAfterChange } from './after-change.ts';
export { journeysAnew } from './anew.ts';
