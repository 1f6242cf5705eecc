import type { Collection, Filter } from 'mongodb';
import type { VerifyReport } from '../port.ts';
import { whole, type SealedRow } from '../as-written.ts';
import { familyKinds } from '../family-kinds.ts';
import { childKeyId, familyKeyId, fileKeyId, personKeyId } from '../keys.ts';
import type { Scope } from './scope.ts';
import { eachThatFits } from './verify-again.ts';

interface Look<T> {
  kind: (row: T) => string;
  /** as its checksum names it */
  named: (row: T) => SealedRow;
  /** null: it has no key */
  keyId: (row: T) => string | null;
  caseOf: (row: T) => string;
}

/** Everything that carries a checksum of its own. Says how many there are. */
export async function verifySealed(scope: Scope, findings: VerifyReport['findings']): Promise<number> {
  const { authority } = scope;
  const look = <T extends { _id: string; authority: string }>(
    from: Collection<T>,
    { kind, named, keyId, caseOf }: Look<T>,
    where: object = {},
  ): Promise<number> => {
    const fits = async (row: T): Promise<boolean> => {
      const id = keyId(row);
      if (id === null && familyKinds.has(kind(row))) return false;
      return whole(kind(row), named(row), id === null ? null : (await scope.keys.of([id])).get(id));
    };
    const all = { authority, ...where } as Filter<T>;
    return eachThatFits(scope, { from, where: all, fits, caseOf }, (row) => {
      findings.push({ kind: kind(row), id: named(row).id, message: 'it is not what was written' });
    });
  };
  const nobodys = (): string => '';
  const ofCase = (row: { case: string }): string => row.case;
  const asItIs = <T extends SealedRow>(row: T): SealedRow => row;
  const first = <T extends Omit<SealedRow, 'revision'>>(row: T): SealedRow => ({ ...row, revision: 0 });
  const person = { kind: () => 'person', named: asItIs, caseOf: nobodys };
  let seen = 0;
  for (const documents of [scope.documents, scope.documentsLarge]) {
    seen += await look(documents, {
      ...{ kind: (row) => row.kind, named: asItIs, caseOf: ofCase },
      keyId: (row) => (row.case === '' ? null : familyKeyId(row.case)),
    });
  }
  const ofPerson = { ...person, keyId: ({ id }: { id: string }) => personKeyId(id) };
  seen += await look(scope.people, ofPerson, { revision: { $gt: 0 } });
  seen += await look(scope.peopleEarlier, ofPerson);
  seen += await look(scope.records, {
    ...{ kind: () => 'record', named: first, caseOf: ofCase },
    keyId: (row) => (row.child === '' ? familyKeyId(row.case) : childKeyId(row.case, row.child)),
  });
  seen += await look(scope.parts, {
    ...{ kind: () => 'part', caseOf: ofCase, keyId: (row) => familyKeyId(row.case) },
    named: (row) => ({ ...row, id: `${row.case}/${row.part}` }),
  });
  seen += await look(scope.attachments, {
    ...{ kind: () => 'attachment', named: first, caseOf: ofCase, keyId: (row) => fileKeyId(row.id) },
  });
  return seen;
}
