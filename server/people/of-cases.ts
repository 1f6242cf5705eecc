import type { FamilyRow } from '../store/port.ts';
import type { KnownThrough } from './find-people.ts';

/** What the cases do when a person changes; the folder of cases gives it, since it knows this one. */
export interface PeopleOfCases {
  /** the person becomes one of the family's people */
  joined(caseId: string, person: string, act: { by: string; commandId: string }): Promise<void>;
  /** names and dates of the person stand in the rows of these families: they are written anew */
  changed(families: string[], person: string, act: { by: string; commandId: string }): Promise<void>;
  /** not families where it is withheld from the reader that the person belongs to them */
  knownThrough: KnownThrough;
  /** somebody who works with another family did this: those families are told */
  told(
    families: FamilyRow[],
    done: { kind: 'person-joined' | 'person-changed'; person: string; by: string },
  ): Promise<void>;
}
