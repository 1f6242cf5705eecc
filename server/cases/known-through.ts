import type { KnownThrough } from '../people/index.ts';
import type { Services } from '../services.ts';
import { peopleWithheld } from '../withholding/index.ts';

/** Families through which a reader may know of somebody: not where it is withheld that they belong to them. */
export function knownThrough(services: Services): KnownThrough {
  return async (families, person, reader) => {
    const hidden = await Promise.all(families.map(({ id }) => peopleWithheld(services, id, reader)));
    return families.filter((_, at) => !hidden[at]?.has(person));
  };
}
