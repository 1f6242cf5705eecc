export { caseAs, countLeftOut, isDraftWithheld, peopleWithheld, readAs } from './read-as.ts';
export { rowsIn, type Row } from './hidden-rows.ts';
export { withholdingRoutes } from './routes.ts';
export { sayWithheld } from './withhold.ts';
export {
  allWithheld,
  casesWithheldFrom,
  isFrom,
  textsIn,
  withheldFrom,
  withheldOf,
  type Withheld,
  type WithheldFrom,
} from './withheld.ts';
