import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';
import { personSent } from '../people/index.ts';

export const person = personSent;

/** Forms, answers and rows are as the version says, and so stay open here. */
export const open = { type: 'object', additionalProperties: true } as const;

export const familyRow = object(
  {
    id: text,
    name: text,
    children: listOf(object({ id: text, name: text }, ['id', 'name'])),
    team: text,
    worker: named,
    stage: named,
  },
  ['id', 'name', 'children'],
);

export const child = { anyOf: [sent({ person: id }), sent({ new: personSent })] } as const;

export const contact = sent({
  contact: sent({ existing: id, children: { type: 'array', items: child, minItems: 1, maxItems: 20 } }, [
    'existing',
  ]),
  commandId: id,
});
export const opened = object({ case: text, task: text }, ['case', 'task']);

export const strand = sent(
  {
    ...{ message: line, children: { type: 'array', items: id, minItems: 1, maxItems: 20 } },
    ...{ note: { type: 'string', maxLength: 2000 }, commandId: id },
  },
  ['note'],
);

export const historyPage = object(
  {
    entries: listOf(
      object(
        {
          ...{ id: text, at: text, by: text, says: text, kind: text, record: text },
          children: listOf(text),
        },
        ['id', 'at', 'by', 'says', 'kind', 'children'],
      ),
    ),
    next: text,
  },
  ['entries'],
);

export const drawing = object(
  {
    xml: text,
    children: listOf(
      object({ id: text, name: text, elements: listOf(text), passed: listOf(text) }, [
        'id',
        'name',
        'elements',
        'passed',
      ]),
    ),
  },
  ['xml', 'children'],
);

export const rows = sent({
  rows: { type: 'array', maxItems: 200, items: open },
  revision: whole,
  commandId: id,
});
export const revision = object({ revision: whole }, ['revision']);

export const correction = sent(
  {
    question: id,
    child: id,
    value: {},
    reason: { type: 'string', minLength: 1, maxLength: 2000 },
    commandId: id,
  },
  ['child'],
);
export const reopening = sent({ reason: { type: 'string', minLength: 1, maxLength: 2000 }, commandId: id });
export const corrected = object({ record: text }, ['record']);
export const reopened = object({ task: text }, ['task']);

const card = object(
  {
    ...{ case: text, name: text, late: flag, worker: named, team: text, strands: listOf(text) },
    children: listOf(object({ id: text, name: text, days: whole }, ['id', 'name', 'days'])),
    due: object({ on: text, says: text, late: flag, timescale: text, because: text, child: text }, [
      'on',
      'says',
      'late',
    ]),
  },
  ['case', 'name', 'children', 'late', 'strands'],
);
export const board = object(
  {
    columns: listOf(
      object(
        {
          id: text,
          name: text,
          families: whole,
          children: whole,
          late: whole,
          cards: listOf(card),
          next: text,
        },
        ['id', 'name', 'families', 'children', 'late', 'cards'],
      ),
    ),
    filters: object({ teams: listOf(named), workers: listOf(named) }, ['teams', 'workers']),
  },
  ['columns', 'filters'],
);
