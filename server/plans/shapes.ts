import { caseShapes } from '../cases/index.ts';
import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';

const { child, mapOf, open } = caseShapes;

const actionParts = {
  ...{ id: text, what: text, who: text, owner: named, agency: text, byWhen: text, says: text, late: flag },
  ...{ settled: flag, status: text, statusSays: text, whatHappened: text },
  said: object({ by: text, at: text }, ['by', 'at']),
};
const always = ['id', 'what', 'who', 'late', 'settled', 'status', 'statusSays'] as const;
const action = object(actionParts, [...always]);

const test = object(
  {
    ...{ id: text, date: text, held: flag, heldSays: text, whatHappened: text, whoDidWhat: text, rule: text },
  },
  ['id', 'date', 'heldSays', 'whatHappened', 'whoDidWhat', 'rule'],
);

const rule = object(
  {
    ...{ id: text, rule: text, whoDoesWhat: text, whenTriggered: text, howWeKnow: text, childCanTell: text },
    ...{ safetyObject: text, children: listOf(text), tests: listOf(test) },
  },
  [
    'id',
    'rule',
    'whoDoesWhat',
    'whenTriggered',
    'howWeKnow',
    'childCanTell',
    'safetyObject',
    'children',
    'tests',
  ],
);

export const plan = object(
  {
    ...{ id: text, name: text, today: text, may: flag, revisions: mapOf(whole), children: listOf(child) },
    ...{ people: listOf(named), owners: listOf(named), actions: listOf(action) },
    ...{ rules: listOf(rule), tests: listOf(test), steps: listOf(open), network: listOf(open) },
    mustBe: listOf(open),
    contingency: listOf(object({ text, at: text, from: text, child: text }, ['text', 'at', 'from'])),
    plans: listOf(object({ id: text, at: text, title: text, children: listOf(text) }, ['id', 'at', 'title'])),
    ...{ blockShapes: listOf(open), codeLists: listOf(open) },
  },
  [
    ...(['id', 'name', 'today', 'may', 'revisions', 'children', 'people', 'owners', 'actions'] as const),
    ...(['rules', 'tests', 'steps', 'network', 'mustBe', 'contingency', 'plans'] as const),
    ...(['blockShapes', 'codeLists'] as const),
  ],
);

export const planChange = sent({
  block: line,
  rows: { type: 'array', minItems: 1, maxItems: 50, items: open },
  revision: whole,
  commandId: id,
});

export const myActions = object(
  {
    actions: listOf(object({ ...actionParts, case: text, caseName: text }, [...always, 'case', 'caseName'])),
  },
  ['actions'],
);
