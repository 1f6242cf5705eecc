import type { VerifyReport } from '../port.ts';
import type { CardRow, FamilyRow, TaskRow } from '../rows.ts';
import { Damaged } from '../damaged.ts';
import { childKeyId, familyKeyId, fileKeyId, personKeyId } from '../keys.ts';
import { hashOf, isLetGo, unseal, type DataKey, type KeyState, type Sealed } from '../sealing.ts';
import { cardDocument, familyDocument, taskDocument } from './bundle.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

interface SealedRow extends Sealed {
  id: string;
  revision: number;
}

/**
 * True when this is what was written. Where the key was destroyed the checksum still tells; where the content was let
 * go of, the key must have been destroyed. `key` is undefined where it is missing; null: it never had one.
 */
export function whole(kind: string, row: SealedRow, key: KeyState | null): boolean {
  if (isLetGo(row.body)) return key === 'destroyed';
  if (key === 'destroyed') return hashOf(kind, row.id, String(row.revision), row.body) === row.sum;
  if (key === undefined) return false;
  return opened(kind, row, key ?? undefined) !== undefined;
}

/** What is in it, when this is what was written. */
function opened(kind: string, row: SealedRow, key: DataKey | undefined): unknown {
  try {
    return unseal<unknown>(kind, row.id, row.revision, row, key) ?? null;
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

/** Rows of lists: whole, and sorted and filtered by what they say themselves. */
export async function verifyRows(scope: Scope, findings: Findings): Promise<void> {
  const { authority } = scope;
  const fits = rowCheck(scope, findings);
  for await (const row of scope.tasks.find({ authority, state: { $ne: 'gone' } })) {
    await fits('task', row.id, row.case, row, (inside, key) =>
      taskDocument(authority, inside as TaskRow, row.rev, key, sealedOf(row)),
    );
  }
  for await (const row of scope.families.find({ authority, body: { $gt: '' } })) {
    await fits('family', row.id, row.id, row, (inside, key) =>
      familyDocument(authority, inside as FamilyRow, row.rev, key, sealedOf(row)),
    );
  }
  for await (const row of scope.cards.find({ authority, stage: { $gt: '' } })) {
    await fits('card', `${row.case}/${row.stage}`, row.case, row, (inside, key) =>
      cardDocument(authority, inside as CardRow, row.rev, key, sealedOf(row)),
    );
  }
}

const sealedOf = ({ body, sum }: Sealed): Sealed => ({ body, sum });

type RowCheck = (
  kind: string,
  id: string,
  caseId: string,
  row: Sealed,
  again: (inside: unknown, key: DataKey) => object,
) => Promise<void>;

/** A row must be what making it again from its content gives. */
function rowCheck(scope: Scope, findings: Findings): RowCheck {
  return async (kind, id, caseId, row, again) => {
    const keyId = familyKeyId(caseId);
    const key = (await scope.keys.of([keyId])).get(keyId);
    const sealed = { body: row.body, sum: row.sum, id, revision: 0 };
    const inside = key && key !== 'destroyed' ? opened(kind, sealed, key) : undefined;
    const same =
      inside === undefined
        ? key === 'destroyed' && whole(kind, sealed, key)
        : sameFields(row, again(inside, key as DataKey));
    if (!same) findings.push({ kind, id, message: 'the row is not what was written' });
  };
}

function sameFields(row: object, made: object): boolean {
  const there = row as Record<string, unknown>;
  return Object.entries(made).every(
    ([field, value]) => JSON.stringify(there[field]) === JSON.stringify(value),
  );
}

/** Everything that carries a checksum of its own. Says how many there are. */
export async function verifySealed(scope: Scope, findings: Findings): Promise<number> {
  const which = { authority: scope.authority };
  let seen = 0;
  const check = async (kind: string, row: SealedRow, keyId: string | null): Promise<void> => {
    seen += 1;
    const key = keyId === null ? null : (await scope.keys.of([keyId])).get(keyId);
    if (!whole(kind, row, key)) findings.push({ kind, id: row.id, message: 'it is not what was written' });
  };
  for (const documents of [scope.documents, scope.documentsLarge]) {
    for await (const row of documents.find(which)) {
      await check(row.kind, row, row.case === '' ? null : familyKeyId(row.case));
    }
  }
  for await (const row of scope.people.find({ ...which, revision: { $gt: 0 } })) {
    await check('person', row, personKeyId(row.id));
  }
  for await (const row of scope.peopleEarlier.find(which)) await check('person', row, personKeyId(row.id));
  for await (const row of scope.records.find(which)) {
    const keyId = row.child === '' ? familyKeyId(row.case) : childKeyId(row.case, row.child);
    await check('record', { ...row, revision: 0 }, keyId);
  }
  for await (const row of scope.parts.find(which)) {
    await check('part', { ...row, id: `${row.case}/${row.part}` }, familyKeyId(row.case));
  }
  for await (const row of scope.attachments.find(which)) {
    await check('attachment', { ...row, revision: 0 }, fileKeyId(row.id));
  }
  return seen;
}
