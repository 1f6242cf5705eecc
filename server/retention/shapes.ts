import { flag, line, listOf, named, object, sent, text, whole } from '../schemas.ts';

const words = { type: 'string', minLength: 3, maxLength: 500 } as const;
const day = { type: 'string', format: 'date' } as const;

const anyCase = object({ id: text, name: text }, ['id']);
const rule = object({ name: text, until: text }, ['name', 'until']);
const proposal = object(
  {
    ...{ id: text, case: anyCase, state: text, at: text, by: named, whole: flag, children: whole },
    ...{ rules: listOf(rule), decided: object({ by: text, at: text, why: text }, ['by', 'at']) },
  },
  ['id', 'case', 'state', 'at', 'by', 'whole', 'children', 'rules'],
);
const count = object({ records: whole, people: whole }, ['records']);
const child = object(
  {
    ...{ id: text, name: text, until: text, isOpen: flag, due: flag, heldBy: listOf(text) },
    rule: object({ id: text, name: text, source: text }, ['id', 'name', 'source']),
    classes: listOf(object({ id: text, name: text, until: text }, ['id', 'name', 'until'])),
  },
  ['id', 'name', 'until', 'isOpen', 'due', 'heldBy', 'rule', 'classes'],
);
const hold = object(
  {
    ...{ id: text, why: text, by: text, since: text },
    lifted: object({ by: text, at: text, why: text }, ['by', 'at', 'why']),
  },
  ['id', 'why', 'by', 'since'],
);

export const family = object(
  {
    ...{ case: named, until: text, children: listOf(child), holds: listOf(hold) },
    ...{
      proposals: listOf(proposal),
      disposal: object({ whole: flag, goes: count, stays: count }, ['whole', 'goes', 'stays']),
    },
  },
  ['case', 'until', 'children', 'holds', 'proposals'],
);
export const disposals = object({ proposals: listOf(proposal) }, ['proposals']);

const falls = object(
  {
    ...{
      case: named,
      first: text,
      until: text,
      rules: listOf(text),
      due: whole,
      children: whole,
      held: flag,
    },
  },
  ['case', 'first', 'until', 'rules', 'due', 'children', 'held'],
);
export const fallsDue = object({ rows: listOf(falls), looked: whole, next: text }, ['rows', 'looked']);
export const dueAsked = sent({ by: day, after: { type: 'string', maxLength: 2000 } }, ['after']);

const fact = sent({ fact: line, values: { type: 'array', items: line, maxItems: 50 } }, ['values']);
const ruleSent = sent(
  {
    ...{ id: line, name: line, facts: { type: 'array', items: fact, maxItems: 50 } },
    from: { enum: ['born', 'last-work', 'fact', 'hold'] },
    years: { type: 'integer', minimum: 0, maximum: 150 },
    ...{ inForce: flag, source: words },
  },
  ['inForce'],
);
export const rulesSent = sent({
  rules: { type: 'array', items: ruleSent, minItems: 1, maxItems: 100 },
  revision: whole,
});
const factNames = { type: 'object', additionalProperties: text } as const;
export const rules = object({ rules: listOf(ruleSent), revision: whole, factNames }, [
  ...(['rules', 'revision', 'factNames'] as const),
]);

export const holdSent = sent({ why: words, commandId: line });
export const because = sent({ why: words });
export const command = sent({ commandId: line });
export const made = object({ id: text }, ['id']);
export const revision = object({ revision: whole }, ['revision']);
