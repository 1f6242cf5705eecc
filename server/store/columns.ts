import type { Case, CaseRecord } from '#engine';
import type { CardRow, FamilyRow, TaskRow } from './port.ts';

/** Sorts after every date: what has no due date stands last. */
const never = '~';

/** '' is seen by everyone; otherwise the accounts stand between bars, so that one is found whole. */
export function onlyForText(accounts: string[] | undefined): string {
  return accounts === undefined ? '' : `|${accounts.join('|')}|`;
}

/** True in SQL when the row may be seen by `:reader` (given as `|account|`). */
export const mayBeSeen = `(only_for = '' OR instr(only_for, :reader) > 0)`;

/** The same, in SQL, for the cases in `:without`: none where the column is not among them. */
export const notWithout = (column: string): string =>
  `${column} NOT IN (SELECT value FROM json_each(:without))`;

export function readerMark(reader: string): string {
  return `|${reader}|`;
}

/** The columns that lists sort and filter tasks by: always made from the row, checked against it by `verify`. */
export function taskColumns(row: TaskRow) {
  return {
    id: row.id,
    case_id: row.case,
    state: row.state,
    assignee: row.assignee ?? '',
    team: row.team ?? '',
    role: row.role.id,
    stage: row.stage.id,
    step: row.step,
    due: row.due?.on ?? never,
    done_by: row.completed?.by ?? '',
    done_at: row.completed?.at ?? '',
    only_for: onlyForText(row.onlyFor),
  };
}

export function familyColumns(row: FamilyRow) {
  return {
    id: row.id,
    name: row.name,
    team: row.team ?? '',
    worker: row.worker ?? '',
    only_for: onlyForText(row.restricted?.to),
  };
}

export function cardColumns(row: CardRow) {
  return {
    stage: row.stage.id,
    case_id: row.case,
    stage_name: row.stage.name,
    children: row.children.length,
    team: row.team ?? '',
    worker: row.worker ?? '',
    due: row.due?.on ?? never,
    only_for: onlyForText(row.onlyFor),
  };
}

/** What the list of all cases says of one. */
export function caseColumns(row: Case) {
  return { version: row.version, open: row.tracks.some(({ track }) => track !== null) ? 1 : 0 };
}

/** The one child a record is about, whose key it is sealed with; '' when it is the family's. */
export function childOf(record: Pick<CaseRecord, 'children'>): string {
  const [child = '', ...others] = record.children;
  return others.length === 0 ? child : '';
}
