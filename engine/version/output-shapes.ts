/** JSON Schemas of a version's outputs and of their wording in other languages. */

const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const least1 = { type: 'integer', minimum: 1 };
/** every list ends somewhere: what is laid out grows with all of them together */
const listOf = (items: unknown, maxItems: number) => ({ type: 'array', items, maxItems });
const someOf = (items: unknown, maxItems: number) => ({ ...listOf(items, maxItems), minItems: 1 });
/** names of columns or questions, each once */
const namesUpTo = (most: number) => ({ ...someOf(text, most), uniqueItems: true });
const shape = (required: Record<string, unknown>, optional: Record<string, unknown> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const audience = { enum: ['family', 'child', 'professional', 'meeting', 'court', 'agency'] };
const audiences = someOf(audience, 6);
const columns = namesUpTo(40);

/** One kind of block; for whom alone it is may stand in each. */
const kind = (name: string, required: Record<string, unknown> = {}, optional: Record<string, unknown> = {}) =>
  shape({ kind: { const: name }, ...required }, { ...optional, audiences });

const few = { latest: least1, without: shape({ column: text, values: someOf(text, 60) }) };
const rows = { label: text, columns, ...few };
const beside = listOf(shape({ block: text, by: text }, { columns }), 6);

const blocks = [
  kind('heading', { text }, { level: { enum: [2, 3, 4] } }),
  kind('text', { text }),
  kind('answer', { question: text }, { label: text, plain: flag, record: text }),
  kind('table', { question: text }, { ...rows, record: text }),
  kind('answers', { questions: namesUpTo(200), label: text }, { record: text }),
  kind('living', { block: text }, { ...rows, number: text, beside }),
  kind('scale', { score: text, who: columns, label: text }, { block: text, question: text, say: columns }),
  kind(
    'picture',
    { alt: text },
    { question: text, block: text, column: text, says: text, title: text, label: text, ...few },
  ),
  kind('genogram', { alt: text }, { label: text, question: text, columns }),
  kind('people', {}, { label: text }),
  kind('attendance', { question: text }, { label: text }),
  kind('sharing', { question: text }, { label: text }),
  kind('signature', { roles: listOf(text, 40) }),
  kind('page-break'),
];

export const output = shape(
  { id: text, form: text, title: text, audience, blocks: listOf({ oneOf: blocks }, 200) },
  {
    audiences,
    large: flag,
    budget: {
      ...shape({}, { pages: least1, html: least1, pdf: least1, docx: least1, milliseconds: least1 }),
      minProperties: 1,
    },
  },
);

export const translation = shape(
  {
    language: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$' },
    ...{ name: text, texts: { type: 'object', additionalProperties: text } },
  },
  { direction: { enum: ['ltr', 'rtl'] }, reviewed: shape({ by: text, on: text }) },
);
