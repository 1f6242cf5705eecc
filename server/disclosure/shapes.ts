import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';
import { reasons } from './reasons.ts';

const day = { type: 'string', format: 'date' } as const;
const reason = { enum: reasons.map((one) => one.id) } as const;

export const begin = sent({ person: id, from: day, to: day, commandId: line }, ['from', 'to']);

const marked = sent(
  {
    item: id,
    line: { ...id, maxLength: 400 },
    words: { type: 'string', minLength: 2, maxLength: 500 },
    reason,
  },
  [...(['item', 'line', 'words'] as const)],
);

export const mark = sent({ redactions: { type: 'array', items: marked, maxItems: 5000 }, revision: whole });

const file = object({ id: text, name: text, type: text, bytes: whole }, ['id', 'name', 'type', 'bytes']);
const heldLine = object({ id: text, label: text, text, free: flag }, ['id', 'label', 'text', 'free']);
const item = object(
  { id: text, kind: text, title: text, at: text, by: text, lines: listOf(heldLine), file },
  [...(['id', 'kind', 'title', 'lines'] as const)],
);
const redaction = object({ item: text, line: text, words: text, reason: text, by: named, at: text }, [
  ...(['reason', 'by', 'at'] as const),
]);
const proposal = object({ item: text, line: text, words: text, reason: text, because: text }, [
  ...(['reason', 'because'] as const),
]);
const made = object({ by: named, at: text, sha256: text, bytes: whole }, ['by', 'at', 'sha256', 'bytes']);
const facts = { id: text, person: named, from: text, to: text, by: named, at: text, made };

export const list = object(
  {
    ...{
      family: named,
      people: listOf(named),
      disclosures: listOf(object(facts, ['id', 'person', 'by', 'at'])),
    },
  },
  ['family', 'people', 'disclosures'],
);

export const page = object(
  {
    ...facts,
    ...{ revision: whole, items: listOf(item), redactions: listOf(redaction), proposals: listOf(proposal) },
    reasons: listOf(named),
  },
  ['id', 'person', 'by', 'at', 'revision', 'items', 'redactions', 'proposals', 'reasons'],
);

export const begun = object({ id: text }, ['id']);
export const revision = object({ revision: whole }, ['revision']);
