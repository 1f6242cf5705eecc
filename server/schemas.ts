/** Pieces that many route schemas are made of. Sent things are closed: what is not named in them is refused. */
export const text = { type: 'string' } as const;
export const line = { type: 'string', minLength: 1, maxLength: 200 } as const;
export const id = { type: 'string', minLength: 1, maxLength: 200 } as const;
export const flag = { type: 'boolean' } as const;
export const whole = { type: 'integer' } as const;
/** an array of what is given */
export const listOf = (items: object) => ({ type: 'array', items }) as const;

/** An object in an answer: `required` are the keys that are always there. */
export const object = <P extends Record<string, object>>(properties: P, required: (keyof P & string)[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

/** An object that is sent: every key is needed but those named as optional. */
export const sent = <P extends Record<string, object>>(properties: P, optional: (keyof P & string)[] = []) =>
  object(
    properties,
    Object.keys(properties).filter((key) => !optional.includes(key)),
  );

export const named = object({ id: text, name: text }, ['id', 'name']);

/** Place and length of a page, as they come in an address: text, because nothing is coerced. */
export const paging = {
  after: { type: 'string', maxLength: 2000 },
  limit: { type: 'string', pattern: '^[1-9][0-9]{0,2}$' },
} as const;

/** What the store is asked for from what came in the address. */
export function pageAsked(query: { after?: string; limit?: string }): { after?: string; limit?: number } {
  return {
    ...(query.after === undefined ? {} : { after: query.after }),
    ...(query.limit === undefined ? {} : { limit: Number(query.limit) }),
  };
}

/** Path parameters. */
export const params = (...names: string[]) =>
  object(Object.fromEntries(names.map((name) => [name, id])), names);

export const done = object({ ok: flag }, ['ok']);
