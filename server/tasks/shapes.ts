import { caseShapes, pageShapes } from '../cases/index.ts';
import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';

const { mapOf, open, task } = caseShapes;

const counts = object({ mine: whole, team: whole, unallocated: whole, done: whole }, [
  ...(['mine', 'team', 'unallocated', 'done'] as const),
]);
const filters = object({ stages: listOf(named), workers: listOf(named), teams: listOf(named) }, [
  ...(['stages', 'workers', 'teams'] as const),
]);
export const workList = object(
  { tasks: listOf(task), next: text, counts, filters, news: whole, notices: whole },
  [...(['tasks', 'counts', 'filters'] as const)],
);

export const finding = object(
  { check: text, level: text, question: text, child: text, element: text, message: text },
  ['check', 'level', 'message'],
);
const next = object({ child: { type: ['string', 'null'] }, says: text, steps: listOf(text) }, [
  ...(['child', 'says', 'steps'] as const),
]);
export const checked = object({ findings: listOf(finding), next: listOf(next) }, ['findings', 'next']);
/** by question, and by option, what would happen */
export const choices = mapOf(mapOf(listOf(next)));

const happened = object(
  {
    ...{ says: listOf(text), opened: listOf(task), record: text },
    children: listOf(object({ id: text, name: text, stage: named }, ['id', 'name'])),
  },
  ['says', 'opened', 'children', 'record'],
);
export const completed = object({ happened }, ['happened']);

const asked = pageShapes.asked;
const note = object({ at: text, by: text, text }, ['at', 'by', 'text']);
const mayComplete = object({ ok: flag, message: text }, ['ok']);

/** A task that is open comes with its form and everything to ask it; one that is done, with what it led to. */
export const taskPage = object(
  {
    ...asked,
    case: object({ id: text, name: text, revision: whole }, ['id', 'name']),
    ...{ task, statute: text, practice: text, notes: listOf(note), canComplete: mayComplete },
    ...{ record: text, happened },
  },
  ['task', 'case'],
);
const added = object(
  { id: text, case: text, caseName: text, what: text, children: listOf(caseShapes.child), revision: whole },
  ['id', 'case', 'caseName', 'what', 'children', 'revision'],
);
export const additionPage = object({ ...asked, task: added, canComplete: mayComplete }, [
  ...(['task', 'form', 'case', 'children', 'drafts'] as const),
]);

const reasons = { type: 'object', additionalProperties: { type: 'string', maxLength: 20_000 } } as const;
export const answersSent = { answers: open, perChild: mapOf(open), reasons } as const;

export const completion = sent({ ...answersSent, revision: whole, commandId: id, only: listOf(id) }, [
  ...(['reasons', 'revision', 'only'] as const),
]);
export const answersAsked = sent(answersSent, ['reasons']);
export const draft = sent({ value: caseShapes.anything, revision: whole, origin: line }, ['origin']);
export const drafted = object({ revision: whole, savedAt: text }, ['revision', 'savedAt']);
export const allocation = sent(
  { to: { type: ['string', 'null'], maxLength: 200 }, reason: line, commandId: id },
  ['reason'],
);
export const allocations = sent(
  { tasks: { type: 'array', items: id, minItems: 1, maxItems: 200 }, to: id, reason: line, commandId: id },
  ['reason'],
);
export const results = object(
  { results: listOf(object({ task: text, ok: flag, message: text }, ['task', 'ok'])) },
  ['results'],
);
