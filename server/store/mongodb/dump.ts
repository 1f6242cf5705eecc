import type { Collection, Document, Filter } from 'mongodb';
import type { Counts, DumpPlace, DumpRow } from '../port.ts';
import { dumpOrder } from '../dump.ts';
import { readPlace, writePlace } from '../paging.ts';
import { never, storeDocumentId, type PieceDocument } from './collections.ts';
import { drainAll } from './drain.ts';
import { generationId } from './keyring.ts';
import type { Scope } from './scope.ts';

/** What is read for a place: its collection, what of it, and the fields of its rows (`as`: where they stand here). */
interface Source {
  from(scope: Scope): Collection<Document>;
  /** a second collection, where its rows are kept in two */
  also?(scope: Scope): Collection<Document>;
  where?: Filter<Document>;
  fields: string[];
  as?: Record<string, string>;
}

const plain = (name: keyof Scope, fields: string, where: Filter<Document> = {}): Source => ({
  from: (scope) => scope[name] as unknown as Collection<Document>,
  ...{ where, fields: fields.split(' ') },
});

/** Every place that is read document by document. */
const sources: Partial<Record<DumpPlace, Source>> = {
  key: {
    from: (scope) => scope.keys.stored as unknown as Collection<Document>,
    ...{ where: { id: { $ne: generationId } }, fields: ['id', 'wrapped', 'destroyed'] },
  },
  case: plain('cases', 'id revision body sum head entries', { revision: { $gt: 0 } }),
  command: plain('commands', 'case id actor revision at reply'),
  entry: plain('history', 'case seq id revision body wrote hash'),
  record: plain('records', 'id case form at child body sum'),
  part: plain('parts', 'case part revision body sum'),
  task: plain('tasks', 'id case body sum', { state: { $ne: 'gone' } }),
  family: plain('families', 'id body sum', { body: { $gt: '' } }),
  card: plain('cards', 'case stage body sum', { stage: { $gt: '' } }),
  journeys: {
    ...plain('cases', 'case revision body sum', { 'journeys.body': { $gt: '' } }),
    as: { case: 'id', revision: 'journeys.at', body: 'journeys.body', sum: 'journeys.sum' },
  },
  person: plain('people', 'id revision by at body sum', { revision: { $gt: 0 } }),
  'person-earlier': plain('peopleEarlier', 'id revision by at body sum'),
  document: {
    ...plain('documents', 'kind id revision owner about expires case body sum'),
    also: (scope) => scope.documentsLarge as unknown as Collection<Document>,
  },
  attachment: plain('attachments', 'id case stored body sum'),
  'wake-up': {
    ...plain('cases', 'case due fence attempts message', { due: { $lt: never } }),
    as: { case: 'id', fence: 'claim' },
  },
  audit: plain('audit', 'process seq body hash'),
  'audit-head': plain('auditHeads', 'process seq hash'),
};

/** Most pieces of files in one page: a few megabytes. */
const mostPieces = 4;

interface Reached {
  rows: DumpRow[];
  /** where the place goes on; absent: it is read to its end */
  next?: string;
}

/** Everything as it is stored, place after place; within one by id. */
export async function dump(
  scope: Scope,
  after?: string,
  limit = 500,
): Promise<{ rows: DumpRow[]; next?: string }> {
  if (after === undefined) await drainAll(scope);
  const [at = 0, from = ''] = readPlace(after, 2) ?? [0, ''];
  const place = dumpOrder[Number(at)];
  if (!place) return { rows: [] };
  const { rows, next } = await dumpPlace(scope, place, String(from), limit);
  const [where, then] = next === undefined ? [Number(at) + 1, ''] : [Number(at), next];
  return where < dumpOrder.length ? { rows, next: writePlace([where, then]) } : { rows };
}

/** A page of one place, from an `_id` on. */
export async function dumpPlace(
  scope: Scope,
  place: DumpPlace,
  from: string,
  limit: number,
): Promise<Reached> {
  if (place === 'about') return { rows: [await aboutOf(scope)] };
  if (place === 'attachment-bytes') return bytesFrom(scope, from);
  const source = sources[place];
  if (!source) return { rows: [] };
  const which = { ...source.where, authority: scope.authority, _id: { $gt: from as never } };
  const pages = collectionsFor(source, scope).map((one) =>
    one.find(which).sort({ _id: 1 }).limit(limit).toArray(),
  );
  const found = (await Promise.all(pages))
    .flat()
    .sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
    .slice(0, limit);
  const rows = found.map((row) => rowOf(place, source, row));
  const last = found.at(-1);
  return last && found.length === limit ? { rows, next: String(last._id) } : { rows };
}

const collectionsFor = (source: Source, scope: Scope): Collection<Document>[] => [
  source.from(scope),
  ...(source.also ? [source.also(scope)] : []),
];

/** Places whose rows hang on one case. */
const ofCase = [
  'case',
  'command',
  'entry',
  'record',
  'part',
  'task',
  'family',
  'card',
  'journeys',
  'wake-up',
] as const;

/** Every row that hangs on a case. */
export async function caseRows(scope: Scope, caseId: string): Promise<DumpRow[]> {
  const places = ofCase.map(async (place) => {
    const source = sources[place];
    if (!source) return [];
    const whose = ['case', 'family', 'journeys', 'wake-up'].includes(place)
      ? { id: caseId }
      : { case: caseId };
    const which = { ...source.where, authority: scope.authority, ...whose };
    const found = await source.from(scope).find(which).sort({ _id: 1 }).toArray();
    return found.map((row) => rowOf(place, source, row));
  });
  return (await Promise.all(places)).flat();
}

/** A field of a document, or of what stands in one of its fields. */
function valueAt(row: Document, path: string): unknown {
  const [field = '', inner] = path.split('.');
  const value: unknown = row[field];
  return inner === undefined ? value : (value as Document)[inner];
}

function rowOf(place: DumpPlace, { fields, as = {} }: Source, row: Document): DumpRow {
  const values = fields
    .map((field) => [field, valueAt(row, as[field] ?? field)] as const)
    .filter(([field, value]) => field !== 'destroyed' || value !== '');
  return { place, ...Object.fromEntries(values) } as unknown as DumpRow;
}

async function aboutOf({ store }: Scope): Promise<DumpRow> {
  const row = await store.findOne({ _id: storeDocumentId });
  if (!row) throw new TypeError('The store does not say whose it is.');
  const { authority, name, demonstration, created, schema } = row;
  return { place: 'about', authority, name, demonstration, created, schema };
}

/** Pieces of files, in order; those of an upload that broke off belong to no attachment and are left out. */
async function bytesFrom(scope: Scope, from: string): Promise<Reached> {
  const [file = '', offset = -1] = readPlace(from === '' ? undefined : from, 2) ?? ['', -1];
  const { authority } = scope;
  const found = await scope.pieces
    .find({
      authority,
      $or: [
        { attachment: { $gt: String(file) } },
        { attachment: String(file), offset: { $gt: Number(offset) } },
      ],
    })
    .sort({ attachment: 1, offset: 1 })
    .limit(mostPieces + 1)
    .toArray();
  const pieces = found.slice(0, mostPieces);
  const ids = [...new Set(pieces.map((piece) => piece.attachment))];
  const named = await scope.attachments.find({ authority, id: { $in: ids } }).toArray();
  const there = new Set(named.map((one) => one.id));
  const rows = pieces.flatMap((piece, index): DumpRow[] => {
    if (!there.has(piece.attachment)) return [];
    return [bytesRow(piece, found[index + 1]?.attachment !== piece.attachment)];
  });
  const last = pieces.at(-1);
  if (!last || found.length <= mostPieces) return { rows };
  return { rows, next: writePlace([last.attachment, last.offset]) };
}

function bytesRow({ attachment, offset, bytes }: PieceDocument, last: boolean): DumpRow {
  return { place: 'attachment-bytes', id: attachment, offset, last, bytes: bytes.toString('base64') };
}

/** How many things there are of each place. */
export async function counts(scope: Scope): Promise<Counts> {
  const numbers = await Promise.all(
    dumpOrder.map(async (place) => {
      const source = sources[place === 'attachment-bytes' ? 'attachment' : place];
      if (!source) return [place, 1] as const;
      const where = { ...source.where, authority: scope.authority };
      const kept = collectionsFor(source, scope).map((one) => one.countDocuments(where));
      return [place, (await Promise.all(kept)).reduce((sum, one) => sum + one, 0)] as const;
    }),
  );
  return Object.fromEntries(numbers) as Counts;
}
