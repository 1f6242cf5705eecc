import { flag, listOf, named, object, text, whole } from '../schemas.ts';

const counted = object({ id: text, name: text, says: text, count: whole }, ['id', 'name', 'says', 'count']);

export const lists = object(
  {
    ...{ lists: listOf(counted), team: text, oversight: text, roles: listOf(named) },
    filters: object({ teams: listOf(named), workers: listOf(named) }, ['teams', 'workers']),
  },
  ['lists', 'filters', 'roles'],
);

const row = object(
  {
    ...{
      id: text,
      case: text,
      caseName: text,
      children: listOf(named),
      worker: named,
      role: text,
      team: named,
    },
    ...{ what: text, task: text, clock: text, due: text, says: text, late: flag, days: whole, why: text },
    ...{ reason: object({ says: text, by: text, at: text }, ['says']), escalation: text, does: listOf(text) },
  },
  ['id', 'case', 'caseName', 'children', 'what', 'says', 'late', 'days', 'does'],
);

export const list = object({ id: text, name: text, says: text, count: whole, rows: listOf(row) }, [
  ...(['id', 'name', 'says', 'count', 'rows'] as const),
]);

const decision = object({ record: text, what: text, by: text, at: text, children: listOf(text) }, [
  ...(['record', 'what', 'by', 'at', 'children'] as const),
]);
export const decisions = object({ decisions: listOf(decision) }, ['decisions']);
