import type { BoardFilter, CardRow, FamilyRow, PageAsked, Paged, StageCount, Views } from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { unsealWith } from '../sealing.ts';
import { mayBeSeen, notWithout, readerMark } from '../columns.ts';
import type { Values } from './database.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import type { Scope } from './scope.ts';
import { familiesWithWords } from './words.ts';

interface FamilyRaw {
  id: string;
  name: string;
  body: string;
  sum: string;
}

function openFamilies({ keys }: Scope, raws: FamilyRaw[]): (raw: FamilyRaw) => FamilyRow | undefined {
  const state = keys.states(raws.map(({ id }) => familyKeyId(id)));
  return (raw) => unsealWith<FamilyRow>('family', raw.id, 0, raw, state(familyKeyId(raw.id)));
}

/** Families by the names in them; restricted ones only for those who may know of them. */
export function listFamilies(
  scope: Scope,
  filter: Views['families']['filter'],
  page?: PageAsked,
): Paged<FamilyRow> {
  const { db, authority } = scope;
  const limit = limitOf(page);
  const where = ['authority = :authority', mayBeSeen];
  const values: Values = { authority, reader: readerMark(filter.reader), limit: limit + 1 };
  if (filter.without?.length) {
    where.push(notWithout('id'));
    values['without'] = JSON.stringify(filter.without);
  }
  for (const column of ['team', 'worker'] as const) {
    const value = filter[column];
    if (value === undefined) continue;
    where.push(`${column} = :${column}`);
    values[column] = value;
  }
  const found = filter.text === undefined ? undefined : familiesWithWords(filter.text, values);
  if (found) where.push(`id IN (${found})`);
  const place = readPlace(page?.after, 2);
  if (place) {
    where.push('(name, id) > (:name, :id)');
    Object.assign(values, { name: String(place[0]), id: String(place[1]) });
  }
  const raw = db.all<FamilyRaw>(
    `SELECT id, name, body, sum FROM families WHERE ${where.join(' AND ')} ORDER BY name, id LIMIT :limit`,
    values,
  );
  return toPage(raw, limit, openFamilies(scope, raw), (row) => [row.name, row.id]);
}

export function listFamiliesOfPerson(
  scope: Scope,
  filter: { person: string },
  page?: PageAsked,
): Paged<FamilyRow> {
  const { db, authority } = scope;
  const limit = limitOf(page);
  const after = String(readPlace(page?.after, 1)?.[0] ?? '');
  const raw = db.all<FamilyRaw>(
    `SELECT f.id, f.name, f.body, f.sum FROM family_people p
     JOIN families f ON f.authority = p.authority AND f.id = p.case_id
     WHERE p.authority = :authority AND p.person = :person AND p.case_id > :after
     ORDER BY p.case_id LIMIT :limit`,
    { authority, person: filter.person, after, limit: limit + 1 },
  );
  return toPage(raw, limit, openFamilies(scope, raw), (row) => [row.id]);
}

interface CardRaw {
  case_id: string;
  stage: string;
  due: string;
  body: string;
  sum: string;
}

function board(authority: string, filter: BoardFilter): { where: string[]; values: Values } {
  const where = ['authority = :authority', mayBeSeen];
  const values: Values = { authority, reader: readerMark(filter.reader) };
  if (filter.without?.length) {
    where.push(notWithout('case_id'));
    values['without'] = JSON.stringify(filter.without);
  }
  if (filter.team !== undefined) {
    where.push('team = :team');
    values['team'] = filter.team;
  }
  if (filter.teams) {
    where.push('team IN (SELECT value FROM json_each(:teams))');
    values['teams'] = JSON.stringify(filter.teams);
  }
  if (filter.worker !== undefined) {
    where.push('worker = :worker');
    values['worker'] = filter.worker;
  }
  return { where, values };
}

/** Cards of one column, earliest due date first: what is late stands on top. */
export function listCards(
  { db, authority, keys }: Scope,
  filter: Views['cards']['filter'],
  page?: PageAsked,
): Paged<CardRow> {
  const { where, values } = board(authority, filter);
  const limit = limitOf(page);
  where.push('stage = :stage');
  const place = readPlace(page?.after, 2);
  if (place) {
    where.push('(due, case_id) > (:due, :case)');
    Object.assign(values, { due: String(place[0]), case: String(place[1]) });
  }
  const raw = db.all<CardRaw>(
    `SELECT case_id, stage, due, body, sum FROM cards WHERE ${where.join(' AND ')}
     ORDER BY due, case_id LIMIT :limit`,
    { ...values, stage: filter.stage, limit: limit + 1 },
  );
  const state = keys.states(raw.map((row) => familyKeyId(row.case_id)));
  const open = (row: CardRaw) =>
    unsealWith<CardRow>('card', `${row.case_id}/${row.stage}`, 0, row, state(familyKeyId(row.case_id)));
  return toPage(raw, limit, open, (row) => [row.due, row.case_id]);
}

/** Families, children and late families in each column. Late: due on a day before `today`, or at a moment before `now`. */
export function countStages(
  { db, authority }: Scope,
  filter: BoardFilter & { today: string; now?: string },
): StageCount[] {
  const { where, values } = board(authority, filter);
  const rows = db.all<{ id: string; name: string; families: number; children: number; late: number }>(
    `SELECT stage AS id, MAX(stage_name) AS name, COUNT(*) AS families, SUM(children) AS children,
       SUM(due < :today OR (due LIKE '%T%' AND due < :now)) AS late
     FROM cards WHERE ${where.join(' AND ')} GROUP BY stage ORDER BY stage`,
    { ...values, today: filter.today, now: filter.now ?? filter.today },
  );
  return rows.map(({ id, name, ...counts }) => ({ stage: { id, name }, ...counts }));
}
