import { familyThing, may, personFrom, type Account } from '../access/index.ts';
import type { Services } from '../services.ts';
import type { FamilyRow } from '../store/port.ts';

/**
 * Whether somebody answers for what others do with a family: gives its team work, may restrict it, hands its record
 * out, or reads every record there is, as an inspector does. Nobody keeps their own work from them.
 */
export async function oversees(services: Services, account: Account, family: FamilyRow): Promise<boolean> {
  const person = await personFrom(services, account);
  const thing = familyThing(family);
  if (
    (['give-task', 'restrict-family', 'export-record'] as const).some((one) => may(person, one, thing).ok)
  ) {
    return true;
  }
  return person.roles.some(({ id }) => person.rights?.get(id)?.reach['read-record'] === 'all');
}
