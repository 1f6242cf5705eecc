import { flag, listOf, object, sent, text, whole } from '../schemas.ts';

const line = object(
  {
    ...{ id: text, kind: text, when: text, case: text, caseName: text, children: listOf(text), what: text },
    ...{ on: text, says: text, late: flag, why: text, by: object({ on: text, says: text }, ['on', 'says']) },
    ...{
      booked: text,
      time: text,
      place: text,
      task: text,
      room: flag,
      form: text,
      minutes: flag,
      covering: text,
    },
    seen: listOf(object({ name: text, on: text }, ['name'])),
    waits: object({ why: text, by: text }, ['why']),
  },
  ['id', 'kind', 'when', 'case', 'caseName', 'children', 'what', 'late'],
);

const asked = object(
  { id: text, kind: text, case: text, caseName: text, what: text, task: text, by: text, at: text },
  ['id', 'kind', 'case', 'caseName', 'what'],
);

const change = object(
  { id: text, case: text, caseName: text, at: text, by: text, says: text, record: text },
  ['id', 'case', 'caseName', 'at', 'by', 'says'],
);

export const day = object(
  {
    ...{ today: text, last: text, now: text, lines: listOf(line), notices: whole, news: whole, lists: flag },
    asked: object({ rows: listOf(asked), escalations: whole, authorisations: whole }, [
      ...(['rows', 'escalations', 'authorisations'] as const),
    ]),
    changed: object({ since: text, rows: listOf(change), count: whole }, ['since', 'rows', 'count']),
    tasks: object({ count: whole, listed: whole, toTake: whole }, ['count', 'listed', 'toTake']),
  },
  ['today', 'last', 'now', 'lines', 'asked', 'changed', 'tasks', 'lists'],
);

export const putAway = sent({ until: { type: 'string', format: 'date-time' } });
