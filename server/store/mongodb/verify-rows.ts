import type { Collection, Filter } from 'mongodb';
import type { VerifyReport } from '../port.ts';
import type { CardRow, FamilyRow, TaskRow } from '../rows.ts';
import { opened, whole } from '../as-written.ts';
import { familyKeyId } from '../keys.ts';
import type { DataKey, Sealed } from '../sealing.ts';
import type { CardDocument, FamilyDocument, TaskDocument } from './collections.ts';
import { cardDocument, familyDocument, taskDocument } from './bundle.ts';
import type { Scope } from './scope.ts';
import { eachThatFits } from './verify-again.ts';

type Findings = VerifyReport['findings'];

interface Row extends Sealed {
  _id: string;
  authority: string;
  rev: number;
}

interface Listed<T extends Row> {
  from: Collection<T>;
  where: object;
  idOf: (row: T) => string;
  caseOf: (row: T) => string;
  /** the row made again from what is in it */
  again: (inside: unknown, row: T, key: DataKey) => object;
}

/** Rows of lists: whole, and sorted and filtered by what they say themselves. */
export async function verifyRows(scope: Scope, findings: Findings): Promise<void> {
  const { authority } = scope;
  await verifyListed<TaskDocument>(scope, findings, 'task', {
    ...{ from: scope.tasks, where: { state: { $ne: 'gone' } } },
    ...{ idOf: (row) => row.id, caseOf: (row) => row.case },
    again: (inside, row, key) => taskDocument(authority, inside as TaskRow, row.rev, key, sealedOf(row)),
  });
  await verifyListed<FamilyDocument>(scope, findings, 'family', {
    ...{ from: scope.families, where: { body: { $gt: '' } } },
    ...{ idOf: (row) => row.id, caseOf: (row) => row.id },
    again: (inside, row, key) => familyDocument(authority, inside as FamilyRow, row.rev, key, sealedOf(row)),
  });
  await verifyListed<CardDocument>(scope, findings, 'card', {
    ...{ from: scope.cards, where: { stage: { $gt: '' } } },
    ...{ idOf: (row) => `${row.case}/${row.stage}`, caseOf: (row) => row.case },
    again: (inside, row, key) => cardDocument(authority, inside as CardRow, row.rev, key, sealedOf(row)),
  });
}

const sealedOf = ({ body, sum }: Sealed): Sealed => ({ body, sum });

/** A row must be what making it again from its content gives. */
async function verifyListed<T extends Row>(
  scope: Scope,
  findings: Findings,
  kind: string,
  { from, where, idOf, caseOf, again }: Listed<T>,
): Promise<void> {
  const fits = async (row: T): Promise<boolean> => {
    const keyId = familyKeyId(caseOf(row));
    const key = (await scope.keys.of([keyId])).get(keyId);
    const sealed = { ...sealedOf(row), id: idOf(row), revision: 0 };
    const inside = key && key !== 'destroyed' ? opened(kind, sealed, key) : undefined;
    if (inside === undefined) return key === 'destroyed' && whole(kind, sealed, key);
    return sameFields(row, again(inside, row, key as DataKey));
  };
  const all = { authority: scope.authority, ...where } as Filter<T>;
  await eachThatFits(scope, { from, where: all, fits, caseOf }, (row) => {
    findings.push({ kind, id: idOf(row), message: 'the row is not what was written' });
  });
}

function sameFields(row: object, made: object): boolean {
  const there = row as Record<string, unknown>;
  return Object.entries(made).every(
    ([field, value]) => JSON.stringify(there[field]) === JSON.stringify(value),
  );
}
