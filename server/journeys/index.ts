export { journeysAfterChange } from './after-change.ts';
export { journeysAnew } from './anew.ts';
export { standing } from './making.ts';
export { everyJourney } from './memory.ts';
export { familiesFor, journeysFor, nameable } from './within-reach.ts';
export type { JourneysAsked } from './within-reach.ts';
