import type { FamilyRow } from '../store/port.ts';

/** Who holds the family and who may know of it: the host's side of a case. */
export type Held = Pick<FamilyRow, 'team' | 'worker' | 'restricted'> & { name: string; people: string[] };
