import { flag, listOf, named, object, text, whole } from '../schemas.ts';
import { anything, child, due, mapOf, open, task } from './shapes.ts';

/** What whole pages look like over HTTP: each part by name; forms, answers and rows as the version says. */
const personOfFamily = object({ id: text, name: text, relation: text, inHousehold: flag }, ['id', 'name']);

const childOfFamily = object(
  {
    person: object({ id: text, name: text, unborn: flag, age: text, born: text, expected: text }, [
      'id',
      'name',
      'unborn',
    ]),
    ...{ stage: named, since: text, strands: listOf(text), words: text, clocks: listOf(due) },
  },
  ['person', 'strands', 'words', 'clocks'],
);

const recordItem = object({ id: text, at: text, by: text, children: listOf(text) }, [
  ...(['id', 'at', 'by', 'children'] as const),
]);

export const attachments = mapOf(object({ id: text, name: text, type: text }, ['id', 'name', 'type']));

const blockRows = object({ rows: listOf(open), revision: whole }, ['rows', 'revision']);

export const family = object(
  {
    ...{ id: text, name: text, revision: whole, version: text, restricted: flag, glass: text },
    ...{ team: named, worker: named, children: listOf(childOfFamily), people: listOf(personOfFamily) },
    ...{ network: blockRows, tasks: listOf(task), due: listOf(due) },
    alerts: listOf(object({ kind: text, says: text, person: named }, ['kind', 'says', 'person'])),
    plans: listOf(object({ id: text, title: text, at: text, children: listOf(text) }, ['id', 'title'])),
    records: listOf(
      object({ form: text, title: text, items: listOf(recordItem) }, ['form', 'title', 'items']),
    ),
    addable: listOf(object({ form: text, title: text, purpose: text }, ['form', 'title'])),
    strandMessages: listOf(object({ message: text, title: text }, ['message', 'title'])),
    may: listOf(text),
    ...{ blockShapes: listOf(open), codeLists: listOf(open), attachments },
  },
  [
    ...(['id', 'name', 'revision', 'version', 'restricted', 'children', 'people', 'network'] as const),
    ...(['tasks', 'due', 'plans', 'records', 'addable', 'strandMessages', 'may'] as const),
  ],
);

const correction = object(
  {
    id: text,
    question: text,
    child: text,
    value: anything,
    was: anything,
    reason: text,
    by: named,
    at: text,
  },
  ['id', 'question', 'reason', 'by', 'at'],
);

const withheld = object(
  { id: text, question: text, child: text, from: text, inFamily: flag, reason: text, by: text, at: text },
  ['id', 'question', 'from', 'inFamily', 'reason', 'by', 'at'],
);

export const record = object(
  {
    ...{ record: open, form: open, codeLists: listOf(open), blockShapes: listOf(open), views: open },
    ...{ case: named, children: listOf(named), people: listOf(personOfFamily), by: named, at: text },
    ...{ blocks: mapOf(listOf(open)), attachments, computed: mapOf(text), output: open },
    ...{ corrections: listOf(correction), task: text, deciding: listOf(text) },
    ...{ canCorrect: flag, canReopen: flag, canWithhold: flag },
    // parts withheld from somebody, as those who read them are told; how many the reader is not shown
    ...{ withheld: listOf(withheld), leftOut: whole },
  },
  [
    ...(['record', 'form', 'codeLists', 'blockShapes', 'case', 'children', 'people', 'by', 'at'] as const),
    ...(['blocks', 'attachments', 'computed', 'corrections', 'deciding'] as const),
    ...(['canCorrect', 'canReopen'] as const),
  ],
);

const draft = object({ value: anything, revision: whole, by: named, at: text }, ['revision', 'by', 'at']);

const earlier = object({ value: anything, shown: text, by: named, at: text, form: text, formTitle: text }, [
  'shown',
  'by',
  'at',
  'form',
  'formTitle',
]);

/** When a child was last heard, and whether that is too long ago. */
export const heard = object({ child: text, on: text, days: whole, old: flag }, ['child', 'old']);

const linked = object({ id: text, title: text, at: text, by: named }, ['id', 'title', 'at', 'by']);

/** What a form is asked with: of a step that is open, or added to a family. */
export const asked = {
  ...{ form: open, codeLists: listOf(open), blockShapes: listOf(open), views: open, purpose: text },
  case: object({ id: text, name: text, revision: whole }, ['id', 'name', 'revision']),
  ...{ children: listOf(child), drafts: mapOf(draft), earlier: mapOf(listOf(earlier)) },
  ...{ blocks: mapOf(blockRows), computed: mapOf(text), linked: mapOf(listOf(linked)) },
  ...{ late: listOf(text), deciding: listOf(text), people: listOf(named), attachments },
  // of a task that a move gave another form: what was written before, and wants another look
  lookAgain: mapOf(listOf(text)),
  left: listOf(object({ label: text, shown: text, because: text }, ['label', 'shown', 'because'])),
  // where it asks what children say: how long ago each was heard
  heard: listOf(heard),
};
