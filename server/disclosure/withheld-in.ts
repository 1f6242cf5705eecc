import type { Store } from '../store/port.ts';
import type { HeldItem } from './disclosure.ts';
import type { Proposal } from './propose.ts';

interface Withheld {
  record?: string;
  question?: string;
  child?: string;
}

/** Parts of records that are withheld from somebody: offered, since what one may not read another may. */
export async function withheldIn(store: Store, caseId: string, items: HeldItem[]): Promise<Proposal[]> {
  const { rows } = await store.list('documents', { kind: 'withheld', about: caseId }, { limit: 500 });
  return rows.flatMap(({ body }) => {
    const { record, question, child } = body as Withheld;
    const item = items.find((one) => one.id === `record-${record ?? ''}`);
    if (!item || question === undefined) return [];
    const id = child === undefined ? question : `${question}@${child}`;
    return item.lines
      .filter((line) => line.id === id || line.id.startsWith(`${id}.`))
      .map((line) => ({
        ...{ item: item.id, line: line.id, reason: 'third-party' },
        because: 'This part is withheld from somebody',
      }));
  });
}
