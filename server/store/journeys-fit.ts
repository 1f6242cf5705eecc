import { isDeepStrictEqual } from 'node:util';
import type { CaseJourneys, FamilyRow } from './rows.ts';

/** What is said of journeys that are not those of the case as it is. */
export const notItsJourneys =
  'its journeys are not what the last commit wrote, or say of others who may count them';

/** Whether journeys are of this family, with whoever holds it and may know of it. */
export function fitsFamily(made: Omit<CaseJourneys, 'journeys'>, family: FamilyRow): boolean {
  return (
    made.case === family.id &&
    made.team === family.team &&
    made.worker === family.worker &&
    isDeepStrictEqual(made.onlyFor, family.restricted?.to)
  );
}
