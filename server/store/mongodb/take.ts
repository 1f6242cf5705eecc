import { randomUUID } from 'node:crypto';
import type { Case } from '#engine';
import type { AuditEntry, CardRow, DumpRow, FamilyRow, KeyRow, TaskRow } from '../port.ts';
import { dumpOrder } from '../dump.ts';
import { familyKeyId, personKeyId } from '../keys.ts';
import { isLetGo, unsealWith, type DataKey, type Sealed } from '../sealing.ts';
import { putPiece } from './attachments.ts';
import { auditRow } from './audit.ts';
import { cardDocument, familyDocument, taskDocument } from './bundle.ts';
import type { AuditDocument } from './collections.ts';
import { among } from './documents.ts';
import { isDuplicate } from './faults.ts';
import { arriving } from './freeze.ts';
import { noCase } from './no-case.ts';
import { idOf, type Scope } from './scope.ts';

/** Puts rows of a dump in their places. What lists need is made from what the bodies say. */
export async function take(scope: Scope, rows: DumpRow[]): Promise<void> {
  const frozen = await scope.frozen();
  if (frozen !== '' && frozen !== arriving) {
    throw new Error('The store does not take anything: it is readonly.');
  }
  await Promise.all(rows.filter((row) => row.place === 'key').map((row) => takeKey(scope, row)));
  const families = rows.flatMap((row) =>
    'case' in row ? [row.case] : row.place === 'key' ? [] : 'id' in row ? [row.id] : [],
  );
  const keys = await scope.keys.of(families.map(familyKeyId));
  const revisions = await revisionsOf(scope, families);
  const taking: Taking = { scope, revisions, key: (id) => keys.get(familyKeyId(id)) };
  for (const place of dumpOrder) {
    const ofPlace = rows.filter((row) => row.place === place);
    if (place === 'audit') await takeAudit(scope, ofPlace as Of<'audit'>[]);
    // a few at a time: each is one write, acknowledged by the majority
    for (let at = 0; at < ofPlace.length; at += 50) {
      await Promise.all(ofPlace.slice(at, at + 50).map((row) => takeRow(taking, row)));
    }
    if (place === 'case') for (const [id, rev] of await revisionsOf(scope, families)) revisions.set(id, rev);
  }
}

interface Taking {
  scope: Scope;
  /** revision of each case the rows name: rows of lists are as of it */
  revisions: Map<string, number>;
  key(caseId: string): DataKey | 'destroyed' | undefined;
}

async function revisionsOf(scope: Scope, ids: string[]): Promise<Map<string, number>> {
  const which = { _id: { $in: [...new Set(ids)].map((id) => idOf(scope, id)) } };
  const rows = await scope.cases.find(which, { projection: { id: 1, revision: 1 } }).toArray();
  return new Map(rows.map((row) => [row.id, row.revision]));
}

/** A tombstone is never replaced by a key. */
async function takeKey({ keys, authority }: Scope, { id, wrapped, destroyed = '' }: KeyRow): Promise<void> {
  const _id = `${authority}/${id}`;
  const filter = destroyed === '' ? { _id, destroyed: '' } : { _id };
  const there = await keys.stored.findOne({ _id });
  if (there && there.destroyed !== '') return;
  await keys.stored.updateOne(filter, { $set: { authority, id, wrapped, destroyed } }, { upsert: true });
  keys.forget();
}

async function takeRow(taking: Taking, row: DumpRow): Promise<void> {
  const { scope } = taking;
  switch (row.place) {
    case 'about':
      if (row.authority !== scope.authority) throw new Error(`What is to be taken is of ${row.name}.`);
      return;
    case 'key':
    case 'audit':
      return;
    case 'attachment-bytes':
      return putPiece(scope, row.id, row.offset, Buffer.from(row.bytes, 'base64'));
    case 'case':
      return takeCase(taking, row);
    case 'journeys': {
      const { case: id, revision: at, body, sum } = row;
      await scope.cases.updateOne({ _id: idOf(scope, id) }, { $set: { journeys: { body, sum, at } } });
      return;
    }
    case 'wake-up': {
      const { case: id, due, fence: claim, attempts, message } = row;
      await scope.cases.updateOne({ _id: idOf(scope, id) }, { $set: { due, claim, attempts, message } });
      return;
    }
    case 'task':
    case 'family':
    case 'card':
    case 'person':
      return takeListed(taking, row);
    default:
      return takePlain(scope, row);
  }
}

type Of<P extends DumpRow['place']> = Extract<DumpRow, { place: P }>;

async function takeCase({ scope, key }: Taking, row: Of<'case'>): Promise<void> {
  const { id, revision, body, sum, head, entries } = row;
  const kase = unsealWith<Case>('case', id, revision, row, key(id));
  const open = kase?.tracks.some((track) => track.track !== null) ?? false;
  const taken = {
    ...{ revision, body, sum, head, entries, version: kase?.version ?? '', open },
    disposed: isLetGo(body) ? 'taken' : '',
  };
  const rest = Object.entries(noCase(scope, id)).filter(([field]) => !(field in taken) && field !== '_id');
  await scope.cases.updateOne(
    { _id: idOf(scope, id) },
    { $set: taken, $setOnInsert: Object.fromEntries(rest) },
    { upsert: true },
  );
}

/** Rows that are found by what they say. One whose key was destroyed is found by nothing, and not taken. */
async function takeListed(taking: Taking, row: Of<'task' | 'family' | 'card' | 'person'>): Promise<void> {
  const { scope, revisions } = taking;
  const sealed = { body: row.body, sum: row.sum };
  if (row.place === 'person') return takePerson(scope, row);
  const caseId = row.place === 'family' ? row.id : row.case;
  const key = taking.key(caseId);
  if (key === 'destroyed') return;
  const name = row.place === 'card' ? `${row.case}/${row.stage}` : row.id;
  const inside = unsealWith<unknown>(row.place, name, 0, sealed, key);
  if (inside === undefined || !key) return;
  const rev = revisions.get(caseId) ?? 0;
  const { authority } = scope;
  if (row.place === 'task') {
    const { _id, ...rest } = taskDocument(authority, inside as TaskRow, rev, key, sealed);
    await scope.tasks.replaceOne({ _id }, rest, { upsert: true });
    if (rest.state === 'open') await listed(scope, caseId, 'rows.tasks', rest.id);
  } else if (row.place === 'card') {
    const { _id, ...rest } = cardDocument(authority, inside as CardRow, rev, key, sealed);
    await scope.cards.replaceOne({ _id }, rest, { upsert: true });
    await listed(scope, caseId, 'rows.cards', rest.stage);
  } else {
    const { _id, ...rest } = familyDocument(authority, inside as FamilyRow, rev, key, sealed);
    await scope.families.replaceOne({ _id }, rest, { upsert: true });
    await scope.cases.updateOne({ _id }, { $set: { family: sealed } });
  }
}

/** The case names the rows that lists have of it. */
async function listed(
  scope: Scope,
  caseId: string,
  field: 'rows.tasks' | 'rows.cards',
  id: string,
): Promise<void> {
  await scope.cases.updateOne({ _id: idOf(scope, caseId) }, { $addToSet: { [field]: id } });
}

async function takePerson(scope: Scope, row: Of<'person'>): Promise<void> {
  const { id, revision, by, at, body, sum } = row;
  const key = (await scope.keys.of([personKeyId(id)])).get(personKeyId(id));
  const inside = unsealWith<{ keys: string[] }>('person', id, revision, { body, sum }, key);
  if (!inside) return;
  const { authority } = scope;
  const person = { authority, id, revision, by, at, body, sum, keys: [...new Set(inside.keys)], hold: null };
  await scope.people.replaceOne({ _id: idOf(scope, id) }, person, { upsert: true });
}

type Plain = Of<
  'command' | 'entry' | 'record' | 'part' | 'person-earlier' | 'document' | 'attachment' | 'audit-head'
>;

/** Rows that are stored as they came, but for what a field repeats of them. */
async function takePlain(scope: Scope, row: Plain): Promise<void> {
  const { authority } = scope;
  const { place: _place, ...values } = row;
  const put = (
    collection: { updateOne(filter: object, update: object, options: object): Promise<unknown> },
    ...id: (string | number)[]
  ) =>
    collection.updateOne({ _id: idOf(scope, ...id) }, { $set: { authority, ...values } }, { upsert: true });
  switch (row.place) {
    case 'command':
      return void (await put(scope.commands, row.case, row.id));
    case 'entry':
      return void (await put(scope.history, row.case, row.seq));
    case 'record':
      return void (await put(scope.records, row.id));
    case 'part':
      await put(scope.parts, row.case, row.part, row.revision);
      return vouchFor(scope, row);
    case 'person-earlier':
      return void (await put(scope.peopleEarlier, row.id, row.revision));
    case 'document': {
      await put(among(scope, row.kind), row.kind, row.id);
      const _id = idOf(scope, row.kind, row.id);
      await among(scope, row.kind).updateOne({ _id }, { $set: { born: randomUUID() } });
      return;
    }
    case 'attachment':
      return void (await put(scope.attachments, row.id));
    case 'audit-head':
      return void (await put(scope.auditHeads, row.process));
  }
}

/** The audit is added to, never written over: the account of the servers may do no more. */
async function takeAudit(scope: Scope, rows: Of<'audit'>[]): Promise<void> {
  const made = rows.map(({ process, seq, body, hash }) =>
    auditRow(scope, JSON.parse(body) as AuditEntry, body, { process, seq, hash }),
  );
  try {
    if (made.length > 0) await scope.audit.insertMany(made, { ordered: false });
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    // not every server goes on after one that is there already
    for (const row of made.length > 1 ? made : []) await takeAuditRow(scope, row);
  }
}

async function takeAuditRow(scope: Scope, row: AuditDocument): Promise<void> {
  await scope.audit.insertOne(row).catch((fault: unknown) => {
    if (!isDuplicate(fault)) throw fault;
  });
}

/** The case vouches for the latest revision of each living document. */
async function vouchFor(scope: Scope, { case: id, part, revision, sum }: Of<'part'> & Sealed): Promise<void> {
  const field = `parts.${part}`;
  await scope.cases.updateOne(
    {
      _id: idOf(scope, id),
      $or: [{ [field]: { $exists: false } }, { [`${field}.revision`]: { $lt: revision } }],
    },
    { $set: { [field]: { revision, sum } } },
  );
}
