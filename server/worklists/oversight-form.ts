import { performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { oversightFact } from './definitions.ts';

/** The form this person adds at any time by which oversight is recorded; undefined: none is for their role. */
export async function oversightForm(host: Host, person: Person): Promise<string | undefined> {
  const { forms } = await host.versions.current();
  const performs = performsOf(person.roles);
  const found = Object.values(forms).find(
    ({ anytime, facts }) =>
      anytime?.roles.some((role) => performs.includes(role)) &&
      facts.some(({ fact }) => fact === oversightFact),
  );
  return found?.id;
}
