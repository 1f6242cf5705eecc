import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';

/** Findings, changes and what lies beside a drawing are as the engine says, and so stay open here. */
const open = { type: 'object', additionalProperties: true } as const;
const mapOf = (values: object) => ({ type: 'object', additionalProperties: values }) as const;
const title = { type: 'string', minLength: 1, maxLength: 120, pattern: '\\S' } as const;
const why = { type: 'string', maxLength: 2000 } as const;
const says = { type: 'string', maxLength: 300 } as const;
/** what a file holds; how large it may be is said in words (file-names.ts) */
const fileText = { type: 'string' } as const;
const changed = { anyOf: [fileText, { type: 'null' }] } as const;

const pen = object(
  { holder: named, since: text, mine: flag, takenFromMe: object({ by: text, at: text }, ['by', 'at']) },
  ['mine'],
);
const save = object({ number: whole, at: text, by: named, says: text }, ['number', 'at', 'by', 'says']);

export const start = sent({
  ...{ title, why, commandId: id },
  from: sent({ version: id, draft: id }, ['version', 'draft']),
});
export const started = object({ draft: text }, ['draft']);
export const bringIn = sent({ title, why, name: line, text: fileText, commandId: id });
export const broughtIn = object({ draft: text, findings: listOf(open), laidOut: flag }, [
  ...(['draft', 'findings', 'laidOut'] as const),
]);
const offers = ['leave out', 'keep as note', 'make it a step', 'make it a question', 'make it plain'];
export const offersTaken = sent({
  accepted: {
    ...{ type: 'array', minItems: 1, maxItems: 2000 },
    items: sent({ element: id, offer: { enum: offers } }),
  },
  ...{ expecting: whole, commandId: id },
});

export const saving = sent({
  ...{ expecting: whole, says, commandId: id },
  changes: {
    type: 'object',
    additionalProperties: changed,
    maxProperties: 400,
    propertyNames: { maxLength: 120 },
  },
});
export const saved = object({ number: whole, at: text }, ['number', 'at']);
export const restoring = sent({ save: whole, expecting: whole, commandId: id });
export const penMove = sent({ to: id, commandId: id });
export const saveAsked = sent({ save: { type: 'string', pattern: '^[1-9][0-9]{0,6}$' } }, ['save']);
export const exportAsked = sent({ what: { enum: ['drawing', 'version'] } });

export const draftRow = object(
  {
    ...{ id: text, title: text, why: text, state: text, base: named, fork: text, by: named, at: text },
    ...{ pen, save },
  },
  ['id', 'title', 'why', 'state', 'base', 'by', 'at', 'pen', 'save'],
);
export const draftPage = object(
  {
    ...{
      id: text,
      title: text,
      why: text,
      base: named,
      fork: object({ id: text, title: text }, ['id', 'title']),
    },
    ...{ pen, save, state: text, files: mapOf(text), statutory: open, moddle: open, mayHold: flag },
    group: listOf(named),
  },
  [
    ...(['id', 'title', 'why', 'base', 'pen', 'save', 'state', 'files', 'statutory', 'moddle'] as const),
    ...(['mayHold', 'group'] as const),
  ],
);
export const files = object({ files: mapOf(text) }, ['files']);
export const saves = listOf(save);
export const penNow = pen;
export const checks = object(
  {
    ...{ save: whole, findings: listOf(open), sound: { enum: ['running', 'done'] } },
    size: object({ places: whole, transitions: whole }, ['places', 'transitions']),
  },
  ['save', 'findings', 'sound'],
);
export const comparison = object(
  {
    ...{ against: named, changes: listOf(open) },
    forms: listOf(object({ form: text, title: text, changes: listOf(open) }, ['form', 'title', 'changes'])),
  },
  ['against', 'changes', 'forms'],
);
const counts = object({ stages: whole, steps: whole, forms: whole, questions: whole, cases: whole }, [
  ...(['stages', 'steps', 'forms', 'questions', 'cases'] as const),
]);
const published = {
  ...{ id: text, name: text, says: text, at: text, effective: text, team: text, current: flag, counts },
} as const;
export const versionRow = object(published, ['id', 'name', 'current', 'counts']);
export const version = object(
  {
    ...{ ...published, files: mapOf(text) },
    described: listOf(
      object({ stage: text, name: text, sentences: listOf(text) }, ['stage', 'name', 'sentences']),
    ),
  },
  ['id', 'name', 'current', 'counts', 'files', 'described'],
);
