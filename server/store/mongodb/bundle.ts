import type { Commit } from '../port.ts';
import type { FamilyRow, TaskRow } from '../rows.ts';
import { linkHash, type ChainEnd, type Wrote } from '../chain.ts';
import { cardColumns, familyColumns, taskColumns } from '../columns.ts';
import { childKeyId, familyKeyId, keyIdOfRecord, personKeyId } from '../keys.ts';
import { encipher, seal, type DataKey, type Sealed } from '../sealing.ts';
import {
  everyone,
  type Bundle,
  type CardDocument,
  type CaseDocument,
  type CommandDocument,
  type PersonWritten,
  type EntryDocument,
  type FamilyDocument,
  type PartDocument,
  type RecordDocument,
  type TaskDocument,
} from './collections.ts';
import { sealedJourneys, type JourneysKept } from './journeys.ts';
import { idOf, type Scope } from './scope.ts';

/** The keys a commit seals with, by id. */
export type CommitKeys = Map<string, DataKey>;

/** Ids of all keys a commit needs. */
export function keysNeeded(input: Commit): string[] {
  return [
    familyKeyId(input.case.id),
    ...(input.records ?? []).map(keyIdOfRecord),
    ...(input.people ?? []).map((person) => personKeyId(person.id)),
  ];
}

/** Sealed case, its parts' checksums, the chain's new end and the bundle: what the anchor write is made of. */
export interface Written {
  sealed: Sealed;
  end: ChainEnd;
  parts: Record<string, { revision: number; sum: string }>;
  journeys: JourneysKept | null;
  bundle: Bundle;
}

function keyIn(keys: CommitKeys, id: string): DataKey {
  const key = keys.get(id);
  if (!key) throw new TypeError(`No key was made for ${id}.`);
  return key;
}

/** Seals everything of a commit. */
export function written(
  scope: Scope,
  input: Commit,
  before: CaseDocument,
  keys: CommitKeys,
  token: string,
): Written {
  const { authority } = scope;
  const revision = input.expecting + 1;
  const key = keyIn(keys, familyKeyId(input.case.id));
  const sealed = seal('case', input.case.id, revision, { ...input.case, revision }, key);
  const records = recordsOf(scope, input, keys);
  const parts = partsOf(scope, input, key);
  const family = familyDocument(authority, input.family, revision, key);
  const wrote: Wrote = {
    ...{ case: sealed.sum, family: family.sum },
    records: Object.fromEntries(records.map((one) => [one.id, one.sum])),
    parts: Object.fromEntries(parts.map((one) => [`${one.part}@${one.revision}`, one.sum])),
  };
  const { entries, end } = chained(scope, input, before, wrote, key);
  const bundle: Bundle = {
    ...{ token, entries, records, parts, command: commandOf(scope, input, key) },
    tasks: input.tasks.map((row) => taskDocument(authority, row, revision, key)),
    family,
    cards: input.cards.map((card) => cardDocument(authority, card, revision, key)),
    gone: goneRows(before, input),
    people: peopleOf(scope, input, keys),
    drafts: [],
    attachments: input.attachments ?? [],
  };
  const vouched = Object.fromEntries(
    parts.map((one) => [one.part, { revision: one.revision, sum: one.sum }]),
  );
  const journeys = sealedJourneys(input.case.id, revision, input.journeys, key);
  return { sealed, end, parts: vouched, journeys, bundle };
}

/** The rows that lists have of a case after a commit. */
export function rowsOf(input: Commit): CaseDocument['rows'] {
  return {
    tasks: input.tasks.filter((row) => row.state === 'open').map((row) => row.id),
    cards: input.cards.map((card) => card.stage.id),
  };
}

function goneRows({ rows }: CaseDocument, input: Commit): CaseDocument['rows'] {
  const tasks = new Set(input.tasks.map((row) => row.id));
  const cards = new Set(input.cards.map((card) => card.stage.id));
  return {
    tasks: rows.tasks.filter((id) => !tasks.has(id)),
    cards: rows.cards.filter((stage) => !cards.has(stage)),
  };
}

function commandOf(scope: Scope, input: Commit, key: DataKey): CommandDocument {
  const { commandId, actor, at } = input;
  const about = `command/${input.case.id}/${commandId}`;
  return {
    ...{ _id: idOf(scope, input.case.id, commandId), authority: scope.authority },
    ...{ case: input.case.id, id: commandId, actor, revision: input.expecting + 1, at },
    reply: encipher(JSON.stringify(input.reply ?? null), about, key),
  };
}

function recordsOf(scope: Scope, input: Commit, keys: CommitKeys): RecordDocument[] {
  return (input.records ?? []).map((record) => {
    const keyId = keyIdOfRecord(record);
    const child = record.children[0] ?? '';
    return {
      ...{ _id: idOf(scope, record.id), authority: scope.authority, id: record.id, case: input.case.id },
      ...{ form: record.form, at: record.at },
      child: keyId === childKeyId(record.case, child) ? child : '',
      ...seal('record', record.id, 0, record, keyIn(keys, keyId)),
    };
  });
}

function partsOf(scope: Scope, input: Commit, key: DataKey): PartDocument[] {
  const id = input.case.id;
  return (input.parts ?? []).map((part) => ({
    ...{ _id: idOf(scope, id, part.part, part.revision), authority: scope.authority },
    ...{ case: id, part: part.part, revision: part.revision },
    ...seal('part', `${id}/${part.part}`, part.revision, { ...part, case: id }, key),
  }));
}

function peopleOf(scope: Scope, input: Commit, keys: CommitKeys): PersonWritten[] {
  return (input.people ?? []).map(({ id, expecting, by, at, body, keys: words }) => ({
    ...{ _id: idOf(scope, id), authority: scope.authority, id, revision: expecting + 1, by, at },
    keys: [...new Set(words)],
    ...seal('person', id, expecting + 1, { body, keys: words }, keyIn(keys, personKeyId(id))),
  }));
}

/** The entries of a commit at the end of the case's chain. The first vouches for everything the commit wrote. */
function chained(scope: Scope, input: Commit, before: ChainEnd, wrote: Wrote, key: DataKey) {
  let { head, entries: seq } = before;
  const revision = input.expecting + 1;
  const caseId = input.case.id;
  const entries = input.history.map((entry, index): EntryDocument => {
    seq += 1;
    const body = encipher(JSON.stringify(entry), `entry/${entry.id}`, key);
    const text = index === 0 ? JSON.stringify(wrote) : '';
    head = linkHash(head, seq, revision, body, text);
    const _id = idOf(scope, caseId, seq);
    const { authority } = scope;
    return { _id, authority, case: caseId, seq, id: entry.id, revision, body, wrote: text, hash: head };
  });
  return { entries, end: { head, entries: seq } };
}

const seenBy = (accounts: string[] | undefined): string[] => accounts ?? [everyone];

/** A task's row, sealed, with what lists sort and filter by. */
export function taskDocument(
  authority: string,
  row: TaskRow,
  rev: number,
  key: DataKey,
  sealed = seal('task', row.id, 0, row, key),
): TaskDocument {
  const { assignee, team, role, stage, step, due, done_by, done_at } = taskColumns(row);
  return {
    ...{ _id: `${authority}/${row.id}`, authority, id: row.id, case: row.case, state: row.state, rev },
    ...{ assignee, team, role, stage, step, due, doneBy: done_by, doneAt: done_at },
    ...{ seenBy: seenBy(row.onlyFor), ...sealed },
  };
}

/** A family's row, sealed, with what lists sort and filter by. */
export function familyDocument(
  authority: string,
  row: FamilyRow,
  rev: number,
  key: DataKey,
  sealed = seal('family', row.id, 0, row, key),
): FamilyDocument {
  const { name, team, worker } = familyColumns(row);
  return {
    ...{ _id: `${authority}/${row.id}`, authority, id: row.id, rev, name, team, worker },
    ...{ words: [...new Set(row.words)], people: [...new Set(row.people)] },
    ...{ seenBy: seenBy(row.restricted?.to), ...sealed },
  };
}

/** A card of the board, sealed, with what the board sorts, filters and counts by. */
export function cardDocument(
  authority: string,
  card: Commit['cards'][number],
  rev: number,
  key: DataKey,
  sealed = seal('card', `${card.case}/${card.stage.id}`, 0, card, key),
): CardDocument {
  const { stage, stage_name, children, team, worker, due } = cardColumns(card);
  return {
    ...{ _id: `${authority}/${card.case}/${stage}`, authority, case: card.case, rev },
    ...{ stage, stageName: stage_name, children, team, worker, due },
    ...{ seenBy: seenBy(card.onlyFor), ...sealed },
  };
}
