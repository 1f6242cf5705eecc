import type { Moment } from '#engine';
import { standingHold, type Store, type StoredDocument } from '../store/port.ts';

/** Nothing of the family is let go of while a hold stands: a court, an inquiry or a claim may ask for it. */
export interface LegalHold {
  id: string;
  case: string;
  why: string;
  by: string;
  since: Moment;
  lifted?: { by: string; at: Moment; why: string };
}

/** Every hold of a family, lifted ones too, the latest first. */
export async function holdsOf(store: Store, caseId: string): Promise<StoredDocument<LegalHold>[]> {
  const { rows } = await store.list('documents', { kind: 'legal-hold', about: caseId }, { limit: 500 });
  const found = rows as StoredDocument<LegalHold>[];
  return found.sort((one, other) => other.body.since.localeCompare(one.body.since));
}

export async function standingHolds(store: Store, caseId: string): Promise<LegalHold[]> {
  return (await holdsOf(store, caseId)).map((one) => one.body).filter((one) => !one.lifted);
}

/** Writes a hold, by which the store lets go of nothing while it stands; it is sealed with the family, since why it stands may say more than a number. */
export function putHold(store: Store, body: LegalHold, expecting: number) {
  const owner = body.lifted ? '' : standingHold;
  return store.put({
    kind: 'legal-hold',
    id: body.id,
    owner,
    about: body.case,
    case: body.case,
    body,
    expecting,
  });
}
