/** JSON Schemas of the files that stand beside a drawing; forms have one of their own in engine/forms. */
import { columnSchema } from '../forms/index.ts';
import { practiceViews } from './practice-shape.ts';
import { output, translation } from './output-shapes.ts';

const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const listOf = (items: unknown) => ({ type: 'array', items });
const shape = (required: Record<string, unknown>, optional: Record<string, unknown> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const TERM_TYPES = [
  'text',
  'code',
  'codes',
  'yes-no',
  'date',
  'moment',
  'number',
  'rows',
  'person',
  'address',
  'file',
];

const dictionary = shape({
  terms: listOf(
    shape({ id: text, name: text, meaning: text, type: { enum: TERM_TYPES }, source: text }, { codes: text }),
  ),
  codeLists: listOf(
    shape({
      id: text,
      name: text,
      source: text,
      codes: listOf(shape({ value: text, label: text }, { hint: text })),
    }),
  ),
});

const block = shape(
  { id: text, title: text, prompt: text, part: text, columns: listOf(columnSchema) },
  { appendOnly: flag },
);

const practice = shape(
  {
    name: text,
    source: text,
    parts: listOf({ type: 'object', required: ['id', 'name'], properties: { id: text, name: text } }),
    blocks: listOf(block),
  },
  { views: practiceViews },
);

const facts = listOf(
  shape(
    { id: text, name: text, meaning: text, per: { const: 'child' }, source: text },
    { open: shape({ as: text, until: listOf(text) }), quiet: { type: 'boolean' } },
  ),
);

const timescales = listOf(
  shape(
    {
      id: text,
      name: text,
      from: text,
      until: { ...listOf(text), minItems: 1 },
      length: { type: 'integer' },
      unit: { enum: ['working-days', 'calendar-days', 'calendar-months', 'hours'] },
      source: text,
      local: flag,
      warn: listOf(shape({ at: { enum: ['50%', '80%', 'due', 'after-1-day'] }, tell: text })),
      lateReason: flag,
    },
    { anchor: { enum: ['first', 'latest'] }, applies: text },
  ),
);

const roles = listOf(shape({ id: text, name: text, meaning: text }));

export const fileShapes = { dictionary, practice, facts, timescales, roles, output, translation };
