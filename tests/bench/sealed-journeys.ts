import { packed, unpacked } from '../../server/store/journeys-packed.ts';
import type { PackedJourneys } from '../../server/store/journeys-packed.ts';
import { newDataKey } from '../../server/store/keys.ts';
import { seal, unseal } from '../../server/store/sealing.ts';
import type { Sealed } from '../../server/store/sealing.ts';
import type { CaseJourneys, Change, FamilyRow, Store } from '../../server/store/index.ts';

/** A store with the journeys of an authority, and how a family of it is written to. */
export interface StoreOfJourneys {
  store: Store;
  /** another family each time */
  change(): void;
}

interface SealedFamily {
  id: string;
  journeys: Sealed;
  family: Sealed;
}

/**
 * A store that has these journeys and families sealed as a real one has them, in memory: whatever is read of them is
 * deciphered and read anew. Everything else is read from another store.
 */
export function storeWith(made: CaseJourneys[], store: Store): StoreOfJourneys {
  const key = newDataKey('bench');
  const all = made.map((one): SealedFamily => ({
    id: one.case,
    journeys: seal('journeys', one.case, 1, packed(one), key),
    family: seal('family', one.case, 1, familyOf(one), key),
  }));
  const byCase = new Map(all.map((one) => [one.id, one]));
  const journeys = ({ id, journeys: sealed }: SealedFamily): CaseJourneys =>
    unpacked(unseal<PackedJourneys>('journeys', id, 1, sealed, key));
  const listed: Store['list'] = async (view, filter, page) => {
    if (view !== 'journeys') return store.list(view, filter, page);
    const from = Number(page?.after ?? 0);
    const to = from + (page?.limit ?? 50);
    const rows = all.slice(from, to).map((one) => ({ case: one.id, revision: 1, made: journeys(one) }));
    return { rows: rows as never[], ...(to < all.length ? { next: String(to) } : {}) };
  };
  const changes: Change[] = [];
  let next = 0;
  return {
    store: {
      ...store,
      list: listed,
      journeys: async (id) => {
        const one = byCase.get(id);
        return one && journeys(one);
      },
      family: async (id) => {
        const one = byCase.get(id);
        return one ? unseal<FamilyRow>('family', id, 1, one.family, key) : store.family(id);
      },
      changes: async (seen = 0) => ({ changes: changes.slice(seen), latest: changes.length }),
    },
    change() {
      const one = all[(next += 97) % all.length];
      changes.push({ seq: changes.length + 1, kind: 'case', ...(one ? { case: one.id } : {}) });
    },
  };
}

function familyOf({ case: id, team, worker, staff, journeys }: CaseJourneys): FamilyRow {
  const children = [...new Set(journeys.map(({ child }) => child))];
  return {
    ...{ id, name: `Family ${id}`, staff, people: children, words: [] },
    ...(team ? { team } : {}),
    ...(worker ? { worker } : {}),
    children: children.map((child) => ({ id: child, name: `Child of ${id}` })),
  };
}
