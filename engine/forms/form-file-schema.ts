/** JSON Schema 2020-12 of a form file: the shape a form has before anything it names is looked up. */

/** As long as the longest answer: what a person reads fits. */
const text = { type: 'string', minLength: 1, maxLength: 20_000 };
const id = { type: 'string', pattern: '^[a-z][a-zA-Z0-9-]*$' };
const name = { type: 'string', pattern: '^[a-z][a-zA-Z0-9]*$' };
const flag = { type: 'boolean' };
const texts = { type: 'array', items: text };
const bareOptions = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['value', 'label'],
    properties: { value: text, label: text, hint: text },
  },
};

const column = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type'],
  properties: {
    id: name,
    label: text,
    type: {
      enum: [
        'short-text',
        'long-text',
        'yes-no',
        'radios',
        'checkboxes',
        'date',
        'number',
        'scale',
        'person',
        'file',
        'children',
      ],
    },
    required: flag,
    codes: text,
    options: bareOptions,
    zero: text,
    ten: text,
    picture: flag,
    more: flag,
    starts: { enum: ['day', 'who'] },
  },
};

const oneOfShapes = (shapes: Record<string, unknown>[]) => ({
  type: 'object',
  oneOf: shapes.map((properties) => ({
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  })),
});

const condition = oneOfShapes([
  { question: name, is: { type: ['string', 'number', 'boolean'] } },
  { question: name, oneOf: { type: 'array', minItems: 1, items: { type: ['string', 'number'] } } },
  { question: name, includes: text },
  { question: name, answered: flag },
  { late: text },
  { child: { enum: ['born', 'unborn'] } },
  { all: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } } },
  { any: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } } },
  { not: { $ref: '#/$defs/condition' } },
]);

const question = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'label', 'per', 'purpose', 'source', 'policy'],
  properties: {
    id: name,
    type: {
      enum: [
        'short-text',
        'long-text',
        'yes-no',
        'radios',
        'checkboxes',
        'date',
        'number',
        'scale',
        'person',
        'address',
        'file',
        'table',
        'echo',
        'guidance',
      ],
    },
    label: text,
    hint: text,
    per: { enum: ['family', 'child', 'shared'] },
    required: flag,
    requiredWhen: { $ref: '#/$defs/condition' },
    wayOut: text,
    purpose: text,
    source: text,
    term: text,
    policy: { enum: ['ask', 'ask-again', 'show-beside', 'carry-forward', 'computed', 'linked'] },
    policyReason: text,
    add: flag,
    edit: flag,
    prompt: text,
    exemplar: text,
    when: { $ref: '#/$defs/condition' },
    codes: text,
    options: bareOptions,
    only: { ...texts, minItems: 1 },
    opens: { type: 'object', minProperties: 1, additionalProperties: text },
    columns: { type: 'array', minItems: 1, items: column },
    block: text,
    showColumns: { ...texts, minItems: 1 },
    day: name,
    time: flag,
    least: { type: 'number' },
    most: { type: 'number' },
    whole: flag,
    zero: text,
    ten: text,
    advised: { type: 'integer', minimum: 1 },
    compute: { type: 'string', pattern: '^(age|(due|count|fact|elapsed|term):[^:]+)$' },
    links: { ...texts, minItems: 1 },
    sameForAll: flag,
    person: text,
    readBy: texts,
  },
};

const section = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'questions'],
  properties: {
    id,
    title: text,
    intro: text,
    questions: { type: 'array', minItems: 1, maxItems: 200, items: question },
  },
};

const recordedFact = {
  type: 'object',
  additionalProperties: false,
  required: ['fact', 'on'],
  properties: { fact: id, when: text, on: text, value: text },
};

const rule = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'question', 'when', 'say', 'source', 'level'],
  properties: {
    id,
    question: name,
    when: text,
    say: text,
    source: text,
    level: { enum: ['refuse', 'warn'] },
  },
};

const anytime = {
  type: 'object',
  additionalProperties: false,
  required: ['roles', 'add'],
  properties: { roles: { ...texts, minItems: 1 }, add: text },
};

const enough = {
  type: 'object',
  additionalProperties: false,
  required: ['answer', 'needs', 'otherwise', 'source'],
  properties: {
    answer: name,
    needs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['least', 'say'],
        properties: { least: { type: 'integer', minimum: 1 }, among: texts, besides: texts, say: text },
      },
    },
    otherwise: text,
    source: text,
  },
};

const expected = {
  type: 'object',
  oneOf: [
    { from: { enum: ['network', 'worker'] }, agency: text },
    { from: { const: 'term' }, term: text, name, role: name },
  ].map((properties) => ({
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  })),
};

const fill = {
  type: 'object',
  additionalProperties: false,
  required: ['table', 'column', 'block', 'from'],
  properties: { table: name, column: name, block: text, from: name },
};

const meeting = {
  type: 'object',
  additionalProperties: false,
  required: ['attendance', 'present', 'on'],
  properties: {
    attendance: name,
    present: { ...texts, minItems: 1 },
    on: name,
    enough,
    expects: { type: 'array', items: expected },
    views: name,
    fills: { type: 'array', items: fill },
  },
};

const booking = {
  type: 'object',
  additionalProperties: false,
  required: ['on', 'time', 'chair', 'invited', 'needs', 'due'],
  properties: {
    ...{ on: name, time: name, place: name, chair: name, invited: name, needs: name },
    due: { ...texts, minItems: 1 },
    expects: { type: 'array', items: expected },
    kind: {
      type: 'object',
      additionalProperties: false,
      required: ['question', 'follows'],
      properties: {
        question: name,
        follows: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['when', 'is', 'because'],
            properties: { when: text, is: text, because: text },
          },
        },
      },
    },
  },
};

export const formFileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { condition },
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'purpose', 'source', 'schema', 'layout', 'facts', 'rules'],
  properties: {
    id,
    title: text,
    purpose: text,
    source: text,
    anytime,
    schema: { type: 'object' },
    layout: { type: 'array', minItems: 1, maxItems: 100, items: section },
    facts: { type: 'array', items: recordedFact },
    rules: { type: 'array', items: rule },
    guidance: text,
    meeting,
    booking,
  },
} as const;

export const columnSchema = column;
