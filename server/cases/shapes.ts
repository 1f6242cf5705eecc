import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';
import { personSent } from '../people/index.ts';

/** Forms, answers and rows are as the version says, and so stay open here. */
export const open = { type: 'object', additionalProperties: true } as const;
export const mapOf = (values: object) => ({ type: 'object', additionalProperties: values }) as const;
export const anything = {} as const;

export const due = object(
  { on: text, says: text, late: flag, near: flag, timescale: text, because: text, child: text },
  ['on', 'says', 'late', 'timescale', 'because'],
);

export const child = object({ id: text, name: text, unborn: flag, age: text }, ['id', 'name', 'unborn']);

export const task = object(
  {
    ...{ id: text, case: text, caseName: text, step: text, what: text, stage: named, strand: text },
    ...{ children: listOf(child), role: named, assignee: named, team: named, due, opened: text },
    ...{ completed: object({ by: named, at: text }, ['by', 'at']), record: text, revision: whole },
    // somebody else's own work, while the reader covers for them
    covering: flag,
  },
  ['id', 'case', 'caseName', 'step', 'what', 'stage', 'children', 'role', 'opened'],
);

export const familyRow = object(
  {
    ...{ id: text, name: text, children: listOf(named), team: text },
    ...{ worker: named, stage: named },
  },
  ['id', 'name', 'children'],
);

const contactChild = { anyOf: [sent({ person: id }), sent({ new: personSent })] } as const;

export const contact = sent({
  contact: sent(
    { existing: id, children: { type: 'array', items: contactChild, minItems: 1, maxItems: 20 } },
    ['existing'],
  ),
  commandId: id,
});
export const joining = {
  anyOf: [sent({ person: id, commandId: id }), sent({ new: personSent, commandId: id })],
} as const;
export const opened = object({ case: text, task: text }, ['case', 'task']);

export const strand = sent(
  {
    ...{ message: line, children: { type: 'array', items: id, minItems: 1, maxItems: 20 } },
    ...{ note: { type: 'string', maxLength: 2000 }, commandId: id },
  },
  ['note'],
);
export const strandOpened = object({ opened: listOf(task) }, ['opened']);

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

const standing = object({ id: text, name: text, elements: listOf(text), passed: listOf(text) }, [
  ...(['id', 'name', 'elements', 'passed'] as const),
]);
export const drawing = object({ xml: text, children: listOf(standing) }, ['xml', 'children']);

const ended = {
  type: 'array',
  maxItems: 200,
  items: sent({ id, why: { type: 'string', minLength: 1, maxLength: 2000 } }),
} as const;
export const rows = sent(
  {
    rows: { type: 'array', maxItems: 200, items: open },
    ...{ ended, revision: whole, commandId: id },
  },
  ['ended'],
);
export const revision = object({ revision: whole }, ['revision']);

const reason = { type: 'string', minLength: 1, maxLength: 2000 } as const;
export const correction = sent({ question: id, child: id, value: anything, reason, commandId: id }, [
  'child',
]);
export const correctionTried = sent({ question: id, child: id, value: anything }, ['child']);
export const reopening = sent({ reason, commandId: id });
export const corrected = object({ record: text }, ['record']);
export const reopened = object({ task: text }, ['task']);

const restrictionTo = sent({
  ...{ to: { type: 'array', items: id, minItems: 1, maxItems: 100 }, contact: line },
  shown: { enum: ['hidden', 'exists'] },
});
export const restriction = sent({
  ...{ restriction: { anyOf: [restrictionTo, { type: 'null' }] }, reason, commandId: id },
});
export const restricted = object({ restricted: flag }, ['restricted']);

const card = object(
  {
    ...{ case: text, name: text, late: flag, worker: named, team: text, strands: listOf(text), due },
    children: listOf(object({ id: text, name: text, days: whole }, ['id', 'name', 'days'])),
  },
  ['case', 'name', 'children', 'late', 'strands'],
);
const column = object(
  {
    ...{ id: text, name: text, families: whole, children: whole, late: whole },
    ...{ cards: listOf(card), next: text },
  },
  ['id', 'name', 'families', 'children', 'late', 'cards'],
);
export const board = object(
  {
    columns: listOf(column),
    filters: object({ teams: listOf(named), workers: listOf(named) }, ['teams', 'workers']),
  },
  ['columns', 'filters'],
);
export const pathway = object({ version: text, xml: text, stages: listOf(named), described: text }, [
  ...(['version', 'xml', 'stages', 'described'] as const),
]);
