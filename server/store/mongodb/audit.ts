import type { Filter } from 'mongodb';
import type { AuditEntry, ChainHead, PageAsked, Paged, Refused, StoredAuditEntry, Views } from '../port.ts';
import { auditHash } from '../chain.ts';
import { limitOf, readPlace } from '../paging.ts';
import type { AuditDocument } from './collections.ts';
import { isDuplicate, refusing } from './faults.ts';
import { equal, pageOf, text } from './filters.ts';
import { idOf, type Scope } from './scope.ts';

interface End {
  seq: number;
  hash: string;
}

/** Appends to the chain of this process: one batch after the other, in the order they came. */
export interface AuditWriter {
  append(entries: AuditEntry[]): Promise<{ ok: true } | Refused>;
}

/** Entries as they were to be written, while it is not known which of them were. */
type Batch = { entry: AuditEntry; row: AuditDocument }[];

/**
 * The chain of one process has one writer: its end is known here, and read again after anything went wrong. What came
 * through of a batch that broke off is not written again when it is asked for again.
 */
export function auditWriter(scope: Scope): AuditWriter {
  let end: End | undefined;
  let unsure: Batch = [];
  let last: Promise<unknown> = Promise.resolve();
  const write = async (entries: AuditEntry[]): Promise<{ ok: true } | Refused> => {
    const done = await refusing(async () => {
      if (await scope.frozen()) return { ok: false, reason: 'readonly', moving: true } as const;
      let left = entries;
      // a batch thought lost may come through even now
      for (let through = false; !through;) {
        const there = await thereOf(scope, unsure);
        left = left.filter((entry) => !there.has(entry));
        const from = end ?? (await endOf(scope));
        const batch = await batchFrom(scope, from, left);
        unsure = batch;
        through = await inserted(scope, batch);
        end = through ? (batch.at(-1)?.row ?? from) : undefined;
      }
      if (end) keepHeadAfterwards(scope, end);
      unsure = [];
      return { ok: true } as const;
    });
    if (!done.ok) end = undefined;
    return done;
  };
  return {
    append(entries) {
      const next = last.then(() => write(entries));
      last = next.catch(() => {
        end = undefined;
      });
      return next;
    },
  };
}

async function endOf(scope: Scope): Promise<End> {
  const { authority, process } = scope;
  const row = await scope.audit.findOne({ authority, process }, { sort: { seq: -1 } });
  return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: '' };
}

/** Entries of a batch that are in the chain. */
async function thereOf(scope: Scope, batch: Batch): Promise<Set<AuditEntry>> {
  if (batch.length === 0) return new Set();
  const ids = batch.map(({ row }) => row._id);
  const rows = await scope.audit.find({ _id: { $in: ids } }).toArray();
  const hashes = new Set(rows.map(({ hash }) => hash));
  return new Set(batch.filter(({ row }) => hashes.has(row.hash)).map(({ entry }) => entry));
}

/**
 * The first entry of a chain names the heads of all chains before it, so that cutting the end off an older chain
 * shows.
 */
async function batchFrom(scope: Scope, from: End, entries: AuditEntry[]): Promise<Batch> {
  let end = from;
  const before = end.seq === 0 && entries.length > 0 ? await firstOf(scope) : {};
  return entries.map((entry) => {
    const seq = end.seq + 1;
    const body = JSON.stringify({ ...entry, ...(seq === 1 ? before : {}) });
    end = { seq, hash: auditHash(end.hash, scope.process, seq, body) };
    return { entry, row: auditRow(scope, entry, body, { process: scope.process, ...end }) };
  });
}

/** False when the chain was not at its end: something else stands there already. */
async function inserted(scope: Scope, batch: Batch): Promise<boolean> {
  if (batch.length === 0) return true;
  try {
    await scope.audit.insertMany(
      batch.map(({ row }) => row),
      { ordered: true },
    );
    return true;
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    return false;
  }
}

/** An entry as it is stored, with what it is looked for by. */
export function auditRow(
  { authority }: Scope,
  entry: AuditEntry,
  body: string,
  { process, seq, hash }: End & { process: string },
): AuditDocument {
  return {
    ...{ _id: idOf({ authority }, process, seq), authority, process, seq, at: entry.at },
    ...{ case: entry.case ?? '', actor: entry.actor ?? '', thing: entry.thing?.id ?? '', body, hash },
  };
}

/** The head stands there before the first entry does: a chain without one could be cut whole. */
async function firstOf(scope: Scope): Promise<{ before: ChainHead[] }> {
  const before = (await auditHeads(scope)).filter((head) => head.seq > 0);
  await keepHead(scope, { seq: 0, hash: '' });
  return { before };
}

/** The entries are there: a head that was not written yet is found by them. The newest is written last. */
function keepHeadAfterwards(scope: Scope, end: End): void {
  const { afterwards } = scope;
  afterwards.goOn(
    'audit',
    afterwards.of('audit').then(() => keepHead(scope, end)),
  );
}

async function keepHead(scope: Scope, { seq, hash }: End): Promise<void> {
  const { authority, process } = scope;
  const _id = idOf(scope, process);
  await scope.auditHeads.updateOne({ _id }, { $set: { authority, process, seq, hash } }, { upsert: true });
}

/** Heads of the audit chains. A process that ended between an entry and its head is found by the entry that follows. */
export async function auditHeads(scope: Scope): Promise<ChainHead[]> {
  const kept = await scope.auditHeads.find({ authority: scope.authority }).sort({ _id: 1 }).toArray();
  const heads = new Map(kept.map(({ process, seq, hash }) => [process, { seq, hash }]));
  for (let behind = [...heads.keys()]; behind.length > 0;) {
    const next = behind.map((process) => idOf(scope, process, (heads.get(process)?.seq ?? 0) + 1));
    const found = await scope.audit.find({ _id: { $in: next } }).toArray();
    for (const { process, seq, hash } of found) heads.set(process, { seq, hash });
    behind = found.map((row) => row.process);
  }
  return [...heads].map(([id, end]) => ({ chain: 'audit' as const, id, ...end }));
}

/** Audit entries, latest first. */
export async function listAudit(
  scope: Scope,
  filter: Views['audit']['filter'],
  page?: PageAsked,
): Promise<Paged<StoredAuditEntry>> {
  const limit = limitOf(page);
  const { case: caseId, actor, thing, from, to } = filter;
  const conditions: Filter<AuditDocument>[] = [
    { authority: scope.authority, ...equal({ case: caseId, actor, thing }) },
  ];
  if (from !== undefined) conditions.push({ at: { $gte: text(from) } });
  if (to !== undefined) conditions.push({ at: { $lt: text(to) } });
  const place = readPlace(page?.after, 3);
  if (place) conditions.push(before(place));
  const raw = await scope.audit
    .find({ $and: conditions })
    .sort({ at: -1, process: -1, seq: -1 })
    .limit(limit + 1)
    .toArray();
  return pageOf(
    raw,
    limit,
    ({ body, process, seq }) => ({ ...(JSON.parse(body) as AuditEntry), process, seq }),
    (row) => [row.at, row.process, row.seq],
  );
}

function before(place: (string | number)[]): Filter<AuditDocument> {
  const [at, process, seq] = [String(place[0]), String(place[1]), Number(place[2])];
  return {
    at: { $lte: at },
    $or: [{ at: { $lt: at } }, { at, process: { $lt: process } }, { at, process, seq: { $lt: seq } }],
  };
}
