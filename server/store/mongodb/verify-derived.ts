import type { VerifyReport } from '../port.ts';
import { opened } from '../as-written.ts';
import { Damaged } from '../damaged.ts';
import { familyKeyId, personKeyId } from '../keys.ts';
import { isToldBy } from '../told-by.ts';
import type { CaseDocument, CommandDocument, PersonStored } from './collections.ts';
import { replyOf } from './replies.ts';
import type { Scope } from './scope.ts';
import { eachThatFits } from './verify-again.ts';

/** What people are found by, which rows lists have of a case, and what commands were answered: as it was written. */
export async function verifyDerived(scope: Scope, findings: VerifyReport['findings']): Promise<void> {
  const { authority } = scope;
  const wrong = (kind: string, id: string, message: string): void => {
    findings.push({ kind, id, message });
  };
  await eachThatFits<PersonStored>(
    scope,
    {
      ...{ from: scope.people, where: { authority, revision: { $gt: 0 } }, caseOf: () => '' },
      fits: (row) => isFoundByItsKeys(scope, row),
    },
    ({ id }) => wrong('person', id, 'its keys are not what was written'),
  );
  await eachThatFits<CaseDocument>(
    scope,
    {
      ...{ from: scope.cases, where: { authority, revision: { $gt: 0 }, disposed: '', outbox: null } },
      ...{ fits: (row) => hasItsRows(scope, row), caseOf: ({ id }) => id },
    },
    ({ id }) => wrong('case', id, 'lists do not have the rows of it that they should have'),
  );
  await eachThatFits<CommandDocument>(
    scope,
    {
      ...{ from: scope.commands, where: { authority }, caseOf: (row) => row.case },
      fits: async (row) => (await opens(scope, row)) && (await isTold(scope, row)),
    },
    (row) => wrong('command', row.case, 'a reply of this case is not what was written'),
  );
}

async function isFoundByItsKeys(scope: Scope, row: PersonStored): Promise<boolean> {
  const key = (await scope.keys.of([personKeyId(row.id)])).get(personKeyId(row.id));
  // a person whose content does not open is named as such
  const inside = key && key !== 'destroyed' ? opened('person', row, key) : undefined;
  return !inside || isSame(row.keys, (inside as { keys: string[] }).keys);
}

/** Each open row and each card that the case names, and no other. True when it was written meanwhile. */
async function hasItsRows(
  scope: Scope,
  { _id, authority, id, revision, rows }: CaseDocument,
): Promise<boolean> {
  const mine = { authority, case: id };
  const [tasks, cards] = await Promise.all([
    scope.tasks.find({ ...mine, state: 'open' }, { projection: { id: 1 } }).toArray(),
    scope.cards.find({ ...mine, stage: { $gt: '' } }, { projection: { stage: 1 } }).toArray(),
  ]);
  const ids = tasks.map((row) => row.id);
  const stages = cards.map(({ stage }) => stage);
  if (isSame(ids, rows.tasks) && isSame(stages, rows.cards)) return true;
  const still = { _id, revision, disposed: '', outbox: null };
  return (await scope.cases.findOne(still, { projection: { _id: 1 } })) === null;
}

async function opens(scope: Scope, row: CommandDocument): Promise<boolean> {
  try {
    await replyOf(scope, row);
    return true;
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return false;
    throw fault;
  }
}

/** Who gave a command and when: as its history says. */
async function isTold(scope: Scope, { case: id, revision, actor, at }: CommandDocument): Promise<boolean> {
  const mine = { authority: scope.authority, case: id, revision };
  const entries = await scope.history
    .find(mine, { projection: { id: 1, body: 1 } })
    .sort({ seq: 1 })
    .toArray();
  const keyId = familyKeyId(id);
  return isToldBy(entries, (await scope.keys.of([keyId])).get(keyId), { actor, at });
}

const isSame = (stored: string[], said: string[]): boolean =>
  JSON.stringify([...new Set(stored)].sort()) === JSON.stringify([...new Set(said)].sort());
