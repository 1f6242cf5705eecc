import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';

/** What tasks look like over HTTP. Answers and forms are as the form's own schema says, and so stay open here. */
export const open = { type: 'object', additionalProperties: true } as const;

export const due = object({ on: text, says: text, late: flag, timescale: text, because: text, child: text }, [
  'on',
  'says',
  'late',
  'timescale',
  'because',
]);

const child = object({ id: text, name: text, unborn: flag, age: text }, ['id', 'name', 'unborn']);

export const task = object(
  {
    ...{ id: text, case: text, caseName: text, step: text, what: text, stage: named, strand: text },
    ...{ children: listOf(child), role: named, assignee: named, team: text, due, opened: text },
    ...{ completed: object({ by: named, at: text }, ['by', 'at']), record: text, revision: whole },
  },
  ['id', 'case', 'caseName', 'step', 'what', 'stage', 'children', 'role', 'opened'],
);

const counts = object({ mine: whole, team: whole, unallocated: whole, done: whole }, [
  'mine',
  'team',
  'unallocated',
  'done',
]);
const filters = object({ stages: listOf(named), workers: listOf(named), teams: listOf(named) }, [
  'stages',
  'workers',
  'teams',
]);
export const workList = object({ tasks: listOf(task), next: text, counts, filters }, [
  'tasks',
  'counts',
  'filters',
]);

export const finding = object(
  { check: text, level: text, question: text, child: text, element: text, message: text },
  ['check', 'level', 'message'],
);
export const next = object({ child: text, says: text, steps: listOf(text) }, ['child', 'says', 'steps']);
export const checked = object({ findings: listOf(finding), next: listOf(next) }, ['findings', 'next']);

const happened = object(
  {
    ...{ says: listOf(text), opened: listOf(task), record: text },
    children: listOf(object({ id: text, name: text, stage: named }, ['id', 'name'])),
  },
  ['says', 'opened', 'children', 'record'],
);
export const completed = object({ happened }, ['happened']);

export const answersSent = {
  answers: open,
  perChild: { type: 'object', additionalProperties: open },
  reasons: { type: 'object', additionalProperties: { type: 'string', maxLength: 20_000 } },
} as const;

export const completion = sent({ ...answersSent, revision: whole, commandId: id, only: listOf(id) }, [
  'reasons',
  'revision',
  'only',
]);
export const asked = sent(answersSent, ['reasons']);
export const draft = sent({ value: {}, revision: whole, origin: line }, ['origin']);
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
