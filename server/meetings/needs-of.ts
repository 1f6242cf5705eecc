import type { PersonDocument } from '../store/port.ts';
import { shownPerson, type PersonRecord } from '../people/index.ts';

/** What somebody needs to take part, as it stands in their own record: said to whoever books, and typed by nobody. */
export interface Needs {
  name: string;
  says: string;
}

/** The people of a family who need an interpreter, or that we speak with them in a way of their own. */
export function needsOf(people: PersonDocument[]): Needs[] {
  return people.flatMap(({ id, body }) => {
    const { interpreterNeeded, firstLanguage, communicationNeeds } = body as PersonRecord;
    const language = firstLanguage ? ` (${firstLanguage})` : '';
    const says = [
      ...(interpreterNeeded === true ? [`an interpreter${language}`] : []),
      ...(communicationNeeds ? [communicationNeeds] : []),
    ];
    return says.length > 0 ? [{ name: shownPerson(id, body).name, says: says.join('; ') }] : [];
  });
}
