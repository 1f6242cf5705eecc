import type { MadeFamily } from './make-family.ts';

/** Who is around the children, as rows of the family's network. */
export function networkOf(family: MadeFamily): Record<string, unknown>[] {
  return family.adults.map((adult) => ({
    ...{ id: `network-${adult.id}`, personId: adult.id, relationshipToEachChild: adult.relation },
    livesInHousehold: adult.relation === 'Grandmother' ? 'no' : 'yes',
    mainCarer: adult.relation === 'Mother' ? 'yes' : 'no',
    inSafetyNetwork: adult.relation === 'Grandmother' ? 'yes' : 'not-known',
  }));
}
