import { lastHeard } from '#engine';
import type { Case, Day, LastHeard, Version } from '#engine';
import type { PersonRecord } from '../people/index.ts';
import type { PersonDocument } from '../store/port.ts';

/** When each child was last heard, by what the practice model keeps of it; of a model without such a list nothing. */
export function heardIn(
  { practice }: Version,
  rows: (block: string) => Record<string, unknown>[],
  children: readonly string[],
  today: Day,
): LastHeard[] {
  const { voice } = practice ?? {};
  return voice ? lastHeard(rows(voice.block), voice, children, today) : [];
}

/** Children with work under way: nobody waits to hear a child whose case is closed, who is not born, or who died. */
export function stillHere({ children }: Case, people: readonly PersonDocument[]): string[] {
  const died = (id: string): boolean =>
    people.some((one) => one.id === id && (one.body as PersonRecord).deathDate !== undefined);
  return children
    .filter(({ born, expected }) => born !== undefined || expected === undefined)
    .filter(({ id, episodes }) => !died(id) && episodes.some((one) => !one.closed))
    .map(({ id }) => id);
}
