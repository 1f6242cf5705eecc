import type { Store } from '../store/port.ts';
import { withheldOf, type Withheld } from '../withholding/index.ts';
import type { HeldItem, Proposal } from './disclosure.ts';

/** Parts that are withheld from somebody: offered to be left out, and above all where it is from who is given them. */
export async function withheldIn(
  store: Store,
  asked: { case: string; person: string },
  items: HeldItem[],
): Promise<Proposal[]> {
  const found = await withheldOf(store, asked.case);
  return found.flatMap(({ body }) =>
    placesOf(body, items).map((place) => ({
      ...{ ...place, reason: 'third-party' },
      because:
        'person' in body.from && body.from.person === asked.person
          ? 'This part is withheld from the person who is given it'
          : 'This part is withheld from somebody else',
    })),
  );
}

/** An answer is a line, or as many as it has rows; a row of the map is offered with its whole part. */
function placesOf(
  { record, question, child, block }: Withheld,
  items: HeldItem[],
): Pick<Proposal, 'item' | 'line'>[] {
  if (block !== undefined)
    return items.some((one) => one.id === `part-${block}`) ? [{ item: `part-${block}` }] : [];
  const item = items.find((one) => one.id === `record-${record ?? ''}`);
  if (!item || question === undefined) return [];
  const id = child === undefined ? question : `${question}@${child}`;
  return item.lines
    .filter((line) => line.id === id || line.id.startsWith(`${id}.`))
    .map((line) => ({ item: item.id, line: line.id }));
}
