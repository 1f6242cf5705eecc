import type { CaseJourneys, FamilyRow, PageAsked, Paged, Views } from '../port.ts';
import { Damaged } from '../damaged.ts';
import { fitsFamily } from '../journeys-fit.ts';
import { packed, unpacked, type PackedJourneys } from '../journeys-packed.ts';
import { familyKeyId } from '../keys.ts';
import { limitOf, readPlace } from '../paging.ts';
import { seal, unseal, unsealWith, type DataKey, type KeyState } from '../sealing.ts';
import { pageOf } from './filters.ts';
import type { CaseDocument } from './collections.ts';
import { refusing } from './faults.ts';
import { idOf, type Scope } from './scope.ts';

export type JourneysKept = NonNullable<CaseDocument['journeys']>;
type Kept = Pick<CaseDocument, 'id' | 'revision' | 'journeys'>;

/** Journeys stand in the case itself: the write that commits it writes them. */
export function sealedJourneys(
  id: string,
  revision: number,
  made: CaseJourneys | undefined,
  key: DataKey,
): JourneysKept | null {
  return made ? { ...seal('journeys', id, revision, packed(made), key), at: revision } : null;
}

const fields = { id: 1, revision: 1, journeys: 1 };

/** The journeys of a case as its last commit left them. */
export async function journeysOf(scope: Scope, id: string): Promise<CaseJourneys | undefined> {
  const there = { _id: idOf(scope, id), disposed: '' };
  const row = await scope.cases.findOne(there, { projection: fields });
  if (!row) return undefined;
  const keyId = familyKeyId(id);
  return opened(row, (await scope.keys.of([keyId])).get(keyId));
}

export async function listJourneys(scope: Scope, page?: PageAsked): Promise<Paged<Views['journeys']['row']>> {
  const limit = limitOf(page);
  const after = String(readPlace(page?.after, 1)?.[0] ?? '');
  const raw = await scope.cases
    .find(
      { authority: scope.authority, revision: { $gt: 0 }, disposed: '', id: { $gt: after } },
      { projection: fields },
    )
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  const keys = await scope.keys.of(raw.map(({ id }) => familyKeyId(id)));
  const open = (row: Kept): Views['journeys']['row'] => {
    const made = opened(row, keys.get(familyKeyId(row.id)));
    return { case: row.id, revision: row.revision, ...(made ? { made } : {}) };
  };
  return pageOf(raw, limit, open, ({ id }) => [id]);
}

/** A former release writes the case and leaves its journeys: those of another revision count as none, as damaged ones do. */
function opened(row: Kept, key: KeyState): CaseJourneys | undefined {
  const { id, revision, journeys } = row;
  if (journeys?.at !== revision) return undefined;
  try {
    const stored = unsealWith<PackedJourneys>('journeys', id, revision, journeys, key);
    return stored && unpacked(stored);
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

/** Keeps journeys made anew, when the case is still as they were made from it. */
export async function keepJourneys(scope: Scope, made: CaseJourneys, revision: number): Promise<boolean> {
  const answer = await refusing<{ ok: true } | { ok: false; reason: 'conflict' | 'readonly' }>(async () => {
    if (await scope.frozen()) return { ok: false, reason: 'readonly' };
    const keyId = familyKeyId(made.case);
    const key = (await scope.keys.of([keyId])).get(keyId);
    if (!key || key === 'destroyed') return { ok: false, reason: 'conflict' };
    const { matchedCount } = await scope.cases.updateOne(
      { _id: idOf(scope, made.case), revision, disposed: '' },
      { $set: { journeys: sealedJourneys(made.case, revision, made, key) } },
    );
    return matchedCount > 0 ? { ok: true } : { ok: false, reason: 'conflict' };
  });
  return answer.ok;
}

/** Whether the journeys in a case are what was written, of no revision to come, and say who may count them. */
export function journeysFit(row: CaseDocument, key: DataKey | undefined): boolean {
  const { id, journeys, revision } = row;
  if (!journeys) return true;
  try {
    const made = unseal<PackedJourneys>('journeys', id, journeys.at, journeys, key);
    if (journeys.at < revision) return true;
    return journeys.at === revision && fitsFamily(made, unseal<FamilyRow>('family', id, 0, row.family, key));
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return false;
    throw fault;
  }
}
