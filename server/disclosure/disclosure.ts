import type { Day, Moment } from '#engine';
import type { Store, StoredDocument } from '../store/port.ts';

/** One thing that is held: a record, what is known of the person, the history, a file … */
export interface HeldItem {
  id: string;
  kind: 'person' | 'family' | 'record' | 'part' | 'history' | 'audit' | 'file';
  title: string;
  at?: Moment;
  by?: string;
  lines: HeldLine[];
  file?: { id: string; name: string; type: string; bytes: number };
}

/** One question and its answer, or one line of a list. */
export interface HeldLine {
  id: string;
  label: string;
  text: string;
  /** words that somebody wrote, rather than a choice, a day or a number */
  free: boolean;
}

/** Why something is left out: codes of reasons.ts. */
export interface Redaction {
  /** the item; absent for words that are left out wherever they stand */
  item?: string;
  /** the line of the item; absent: the whole item */
  line?: string;
  /** these words, wherever they stand; compared whatever the case of letters and the spaces between */
  words?: string;
  reason: string;
  /** who marked it, and when */
  by: string;
  at: Moment;
}

/** What the records officer is offered to leave out, and why. Nothing is left out unless they say so. */
export type Proposal = Pick<Redaction, 'item' | 'line' | 'words' | 'reason'> & { because: string };

/** What an answer to a request of a person for their own record begins with. Sealed under the family's key. */
export interface Disclosure {
  id: string;
  case: string;
  person: string;
  from?: Day;
  to?: Day;
  by: string;
  at: Moment;
  redactions: Redaction[];
  /** set once it is made: nothing changes after */
  made?: { by: string; at: Moment; sha256: string; bytes: number };
}

/** What was made, as it was made, so that the same file can be made again. */
export interface Made {
  disclosure: string;
  at: Moment;
  title: string;
  authority: string;
  period: string;
  items: HeldItem[];
}

export const madeId = (id: string): string => `${id}.made`;

/** A disclosure of this family; one of another family is none. */
export async function disclosureOf(
  store: Store,
  caseId: string,
  id: string,
): Promise<StoredDocument<Disclosure> | undefined> {
  const found = await store.document<Disclosure>('subject-access', id);
  return found?.body.case === caseId ? found : undefined;
}

/** Every disclosure of a family, the latest first. */
export async function disclosuresOf(store: Store, caseId: string): Promise<StoredDocument<Disclosure>[]> {
  const { rows } = await store.list('documents', { kind: 'subject-access', about: caseId }, { limit: 500 });
  const found = rows as StoredDocument<Disclosure>[];
  return found.sort((one, other) => other.body.at.localeCompare(one.body.at));
}
