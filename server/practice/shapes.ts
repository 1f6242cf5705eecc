import { caseShapes, pageShapes } from '../cases/index.ts';
import { flag, id, listOf, named, object, sent, text, whole } from '../schemas.ts';

const { child, mapOf, open } = caseShapes;

const ended = object({ row: open, by: text, at: text, why: text }, ['row', 'by', 'at', 'why']);

const block = object(
  { part: text, rows: listOf(open), revision: whole, by: text, at: text, ended: listOf(ended) },
  [...(['part', 'rows', 'revision', 'ended'] as const)],
);

const person = object(
  { id: text, name: text, called: text, sex: text, born: text, expected: text, died: text },
  ['id', 'name', 'called'],
);

/** What the practice model shows: blocks, columns and labels as the version says. */
export const map = object(
  {
    ...{ case: named, on: text, children: listOf(child), people: listOf(person), practice: open },
    ...{
      blockShapes: listOf(open),
      codeLists: listOf(open),
      blocks: mapOf(block),
      heard: listOf(pageShapes.heard),
    },
    attachments: pageShapes.attachments,
    may: object({ change: flag, changeNetwork: flag }, ['change', 'changeNetwork']),
  },
  [
    ...(['case', 'children', 'people', 'practice', 'blockShapes', 'codeLists', 'blocks', 'heard'] as const),
    ...(['attachments', 'may'] as const),
  ],
);

const pinned = object({ id: text, title: text, at: text }, ['id', 'title', 'at']);
export const versions = object(
  { versions: listOf(object({ at: text, by: text, records: listOf(pinned) }, ['at', 'by', 'records'])) },
  ['versions'],
);

export const asAt = sent({ on: { type: 'string', format: 'date-time' } }, ['on']);

const why = { type: 'string', minLength: 1, maxLength: 2000 } as const;
export const change = sent({
  rows: { type: 'array', maxItems: 200, items: open },
  ended: { type: 'array', maxItems: 200, items: sent({ id, why }) },
  ...{ revision: whole, commandId: id },
});
