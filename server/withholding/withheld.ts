import type { Moment } from '#engine';
import { allDocuments, type DocumentPut, type Store, type StoredDocument } from '../store/port.ts';

/** From whom: a colleague with an interest, or somebody in the family, who never reads it in anything handed out. */
export type WithheldFrom = { account: string } | { person: string };

/** One answer of a completed form, or one row of the family's map, that somebody must not read, and why. */
export interface Withheld {
  case: string;
  /** an answer: the record, its question, and the child where it is a child's own */
  record?: string;
  question?: string;
  child?: string;
  /** a row: the part it is in, its block and its id */
  part?: string;
  block?: string;
  row?: string;
  from: WithheldFrom;
  reason: string;
  /** files that stand in the answer or the row */
  files: string[];
  by: string;
  at: Moment;
  lifted?: { by: string; at: Moment; reason: string };
}

/** Everything that was ever withheld of a family, what was lifted included. */
export async function allWithheld(store: Store, caseId: string): Promise<StoredDocument<Withheld>[]> {
  return allDocuments<Withheld>(store, { kind: 'withheld', about: caseId });
}

/** What is withheld of a family now. */
export async function withheldOf(store: Store, caseId: string): Promise<StoredDocument<Withheld>[]> {
  return (await allWithheld(store, caseId)).filter(({ body }) => body.lifted === undefined);
}

/** Whether it is withheld from this account. */
export function isFrom({ from }: Withheld, account: string): boolean {
  return 'account' in from && from.account === account;
}

/** Who reads: an account, and whether what it reads is handed out to the family, on paper or otherwise. */
export interface ReaderOf {
  account: string;
  handedOut?: boolean;
}

/** What is withheld of a family from a reader. What is handed out leaves out what anybody in the family must not read. */
export async function withheldFrom(store: Store, caseId: string, reader: ReaderOf): Promise<Withheld[]> {
  const found = await withheldOf(store, caseId);
  return found
    .map(({ body }) => body)
    .filter((one) => isFrom(one, reader.account) || (reader.handedOut === true && 'person' in one.from));
}

/** Whose it is in the store: the account that it is withheld from now. What is lifted, or from a person, is nobody's. */
function ownerOf({ from, lifted }: Withheld): string {
  return lifted === undefined && 'account' in from ? from.account : 'nobody';
}

/**
 * The families of which something is withheld from an account now, asked at once for lists over many families; of what
 * `concerns` them, where a list says nothing else.
 */
export async function casesWithheldFrom(
  store: Store,
  account: string,
  concerns: (one: Withheld) => boolean = () => true,
): Promise<Set<string>> {
  const [theirs, before] = await Promise.all([
    allDocuments<Withheld>(store, { kind: 'withheld', owner: account }),
    allDocuments<Withheld>(store, { kind: 'withheld', owner: '' }),
  ]);
  // what an earlier build wrote has no owner yet: it is given one, so that it is read this way once
  for (const { id, revision, body } of before) await store.put(asStored(id, body, revision));
  const now = [...theirs, ...before].filter(({ body }) => body.lifted === undefined && isFrom(body, account));
  return new Set(now.flatMap(({ body }) => (concerns(body) ? [body.case] : [])));
}

/** A withholding as the store keeps it. */
export function asStored(id: string, body: Withheld, expecting: number): DocumentPut {
  const { case: caseId } = body;
  return { kind: 'withheld', id, owner: ownerOf(body), about: caseId, case: caseId, body, expecting };
}

/** Every text in a value, however deep: ids of files among them. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
