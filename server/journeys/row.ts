import type { Journey } from '#engine';
import type { CaseJourneys, FamilyRow } from '../store/port.ts';
import { making } from './making.ts';

/** What is stored of a family's journeys: they, and from the family's row who may count them. */
export function journeysRow(family: FamilyRow, journeys: Journey[], madeBy = making): CaseJourneys {
  const { id, team, worker, staff, restricted } = family;
  return {
    ...{ case: id, madeBy, staff },
    ...(team ? { team } : {}),
    ...(worker ? { worker } : {}),
    ...(restricted ? { onlyFor: restricted.to } : {}),
    journeys,
  };
}
