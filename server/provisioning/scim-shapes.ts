/** Shapes of what a directory sends. They are open, as the standard asks: what is not kept here is let go of. */
const any = { type: 'object', additionalProperties: true } as const;
const text = { type: 'string', maxLength: 500 } as const;

export const resource = { ...any, maxProperties: 100 };
export const operations = {
  ...any,
  properties: {
    Operations: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: { ...any, properties: { op: text, path: text }, required: ['op'] },
    },
  },
  required: ['Operations'],
};
const number = { type: 'string', pattern: '^-?[0-9]{1,6}$' } as const;
export const query = {
  ...any,
  properties: { filter: text, startIndex: number, count: number, excludedAttributes: text, attributes: text },
};
export const params = {
  type: 'object',
  properties: { id: { type: 'string', minLength: 1, maxLength: 200 } },
  required: ['id'],
} as const;
