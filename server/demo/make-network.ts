import type { LivingPart } from '../store/port.ts';
import type { MadeFamily } from './make-family.ts';

/** Who is around the children, as the first revision of the family's network. */
export function makeNetwork(family: MadeFamily, act: { by: string; now: string }): Omit<LivingPart, 'case'> {
  const rows = family.adults.map((adult) => ({
    ...{ id: `network-${adult.id}`, personId: adult.id, relationshipToEachChild: adult.relation },
    livesInHousehold: adult.relation === 'Grandmother' ? 'no' : 'yes',
    mainCarer: adult.relation === 'Mother' ? 'yes' : 'no',
    inSafetyNetwork: adult.relation === 'Grandmother' ? 'yes' : 'not-known',
  }));
  return { part: 'network', revision: 1, blocks: { network: rows }, by: act.by, at: act.now };
}
