import type { Filter } from 'mongodb';
import type { BoardFilter, CardRow, FamilyRow, PageAsked, Paged, StageCount, Views } from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { limitOf, readPlace } from '../paging.ts';
import { unsealWith } from '../sealing.ts';
import type { CardDocument, FamilyDocument } from './collections.ts';
import { after, beginning, equal, pageOf, text, texts, visible, wordsIn } from './filters.ts';
import type { Scope } from './scope.ts';

/** Ids of the families each of whose words asked for begins a word they are found by; undefined: no word was asked. */
export async function familiesWithWords(scope: Scope, asked: string): Promise<string[] | undefined> {
  const where = withWords(asked);
  if (!where) return undefined;
  const { authority } = scope;
  const found = await scope.families
    .find({ authority, ...where }, { projection: { id: 1 } })
    .sort({ id: 1 })
    .toArray();
  return found.map((row) => row.id);
}

function withWords(asked: string): Filter<FamilyDocument> | undefined {
  const words = wordsIn(asked);
  return words.length === 0 ? undefined : { $and: words.map((word) => ({ words: beginning(word) })) };
}

async function opened(
  scope: Scope,
  raw: FamilyDocument[],
  limit: number,
  placeOf: (row: FamilyDocument) => (string | number)[],
): Promise<Paged<FamilyRow>> {
  const keys = await scope.keys.of(raw.map((row) => familyKeyId(row.id)));
  return pageOf(
    raw,
    limit,
    (row) => unsealWith<FamilyRow>('family', row.id, 0, row, keys.get(familyKeyId(row.id))),
    placeOf,
  );
}

/** Families by the names in them; restricted ones only for those who may know of them. */
export async function listFamilies(
  scope: Scope,
  filter: Views['families']['filter'],
  page?: PageAsked,
): Promise<Paged<FamilyRow>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const { team, worker } = filter;
  const conditions: Filter<FamilyDocument>[] = [
    { authority: scope.authority, ...visible<FamilyDocument>(filter, 'id'), ...equal({ team, worker }) },
  ];
  const words = filter.text === undefined ? undefined : withWords(filter.text);
  if (words) conditions.push(words);
  if (place) conditions.push(after<FamilyDocument>('name', 'id', place));
  const raw = await scope.families
    .find({ $and: conditions })
    .sort({ name: 1, id: 1 })
    .limit(limit + 1)
    .toArray();
  return opened(scope, raw, limit, (row) => [row.name, row.id]);
}

export async function listFamiliesOfPerson(
  scope: Scope,
  filter: { person: string },
  page?: PageAsked,
): Promise<Paged<FamilyRow>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const raw = await scope.families
    .find({
      ...{ authority: scope.authority, people: text(filter.person) },
      id: { $gt: String(place?.[0] ?? '') },
    })
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  return opened(scope, raw, limit, (row) => [row.id]);
}

function board(scope: Scope, filter: BoardFilter): Filter<CardDocument>[] {
  const { team, teams, worker } = filter;
  const conditions: Filter<CardDocument>[] = [
    { authority: scope.authority, ...visible<CardDocument>(filter, 'case'), ...equal({ team, worker }) },
  ];
  if (teams) conditions.push({ team: { $in: texts(teams) } });
  return conditions;
}

/** Cards of one column, earliest due date first: what is late stands on top. */
export async function listCards(
  scope: Scope,
  filter: Views['cards']['filter'],
  page?: PageAsked,
): Promise<Paged<CardRow>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const conditions = [...board(scope, filter), { stage: text(filter.stage) }];
  if (place) conditions.push(after<CardDocument>('due', 'case', place) as never);
  const raw = await scope.cards
    .find({ $and: conditions })
    .sort({ due: 1, case: 1 })
    .limit(limit + 1)
    .toArray();
  const keys = await scope.keys.of(raw.map((row) => familyKeyId(row.case)));
  return pageOf(
    raw,
    limit,
    (row) => unsealWith<CardRow>('card', `${row.case}/${row.stage}`, 0, row, keys.get(familyKeyId(row.case))),
    (row) => [row.due, row.case],
  );
}

/**
 * Families, children and late families in each column. Late: due on a day before `today`, or at a moment before `now`.
 * The columns of the cards are counted here, one small row for each card a reader may see.
 */
export async function countStages(
  scope: Scope,
  filter: BoardFilter & { today: string; now?: string },
): Promise<StageCount[]> {
  const { today, now = filter.today } = filter;
  const fields = { stage: 1, stageName: 1, children: 1, due: 1 } as const;
  const rows = scope.cards.find(
    { $and: [...board(scope, filter), { stage: { $gt: '' } }] },
    { projection: fields },
  );
  const counts = new Map<string, StageCount>();
  for await (const { stage, stageName, children, due } of rows) {
    const count = counts.get(stage) ?? {
      ...{ stage: { id: stage, name: stageName }, families: 0, children: 0, late: 0 },
    };
    count.families += 1;
    count.children += children;
    count.late += due < today || (due.includes('T') && due < now) ? 1 : 0;
    if (stageName > count.stage.name) count.stage = { id: stage, name: stageName };
    counts.set(stage, count);
  }
  return [...counts.values()].sort((a, b) => (a.stage.id < b.stage.id ? -1 : 1));
}
