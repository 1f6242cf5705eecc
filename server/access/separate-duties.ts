/**
 * Whether a person is among the authors of what is to be decided on: whoever wrote a form does not authorise it,
 * and whoever manages a family's worker does not chair its conference. A fact for the engine; it decides nothing.
 */
export function isAuthor(person: string, records: { by: string }[]): boolean {
  return records.some((record) => record.by === person);
}
