const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text, minItems: 1 };
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const number = { type: 'number' };

const closed = (properties: Record<string, object>, required: string[] = Object.keys(properties)) => ({
  ...{ type: 'object', properties, required, additionalProperties: false },
});

const limits = { least: number, most: number, over: number, under: number };
const unit = { enum: ['working-days', 'days', 'months', 'hours'] };
const upTo = closed({ most: number, unit });

const $defs = {
  point: {
    oneOf: [
      { enum: ['here', 'start', 'today'] },
      closed({ latest: texts }),
      closed({ next: texts }),
      closed({ first: texts, since: texts }, ['first']),
    ],
  },
  elapsed: closed({ from: ref('point'), to: ref('point'), unit }),
  condition: {
    oneOf: [
      closed({ all: { type: 'array', items: ref('condition') } }),
      closed({ any: { type: 'array', items: ref('condition') } }),
      closed({ not: ref('condition') }),
      closed({ value: texts }),
      closed({ elapsed: ref('elapsed'), ...limits }, ['elapsed']),
      closed({ known: ref('point') }),
      closed({ happened: ref('happened') }),
      closed({ latestValue: closed({ of: texts, in: texts }) }),
      closed({ open: text }),
      closed({ notLate: texts }),
      closed({ gaps: closed({ each: texts, first: upTo, then: upTo }) }),
      closed({ tally: ref('tally') }),
      closed({ standing: text, ...limits }, ['standing']),
      closed({ held: { const: 'worker' } }),
      closed({ unborn: { type: 'boolean' } }),
      closed({ age: closed(limits, []) }),
    ],
  },
  happened: closed(
    {
      ...{ facts: texts, values: texts, since: ref('point'), within: upTo, of: { const: 'child' } },
      when: { enum: ['before', 'by', 'same-day', 'next', 'since', 'after'] },
      least: { type: 'integer', minimum: 1 },
    },
    ['facts', 'when'],
  ),
  tally: closed(
    {
      ...{ tally: text, asManyAs: text, changedWithin: number, after: number, ...limits },
      unchangedSince: closed({ facts: texts, nth: { type: 'integer', minimum: 1 } }),
    },
    ['tally'],
  ),
  base: {
    oneOf: [
      closed(
        {
          ...{ each: { const: 'happening' }, facts: texts, values: texts, where: ref('condition') },
          monthsEarlier: { type: 'integer', minimum: 1 },
        },
        ['each', 'facts'],
      ),
      closed({ each: { const: 'open' }, span: text, where: ref('condition') }, ['each', 'span']),
      closed({ each: { const: 'ended' }, span: text }),
      closed({ each: { const: 'new-worker' } }),
    ],
  },
  figure: closed(
    {
      ...{ id: text, name: text, of: ref('base'), counted: ref('condition'), against: ref('base') },
      show: { enum: ['count', 'rate', 'share', 'ratio', 'per-worker', 'median'] },
      ...{ length: ref('elapsed'), valueFrom: texts, otherwise: text, benchmark: text },
      still: ref('figure'),
      bands: {
        type: 'array',
        items: closed({ name: text, values: texts, ...limits }, ['name']),
        minItems: 1,
      },
    },
    ['id', 'name', 'show', 'of'],
  ),
  definition: closed(
    {
      ...{ id: text, name: text, question: text, formula: text, source: text, unknown: text },
      figures: { type: 'array', items: ref('figure') },
    },
    ['id', 'name', 'question', 'formula', 'source', 'figures'],
  ),
};

/** JSON Schema of processes/<pathway>/measures.json: a name that is mistyped is refused, not passed over. */
export const measuresSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs,
  ...closed(
    {
      source: text,
      population: closed({ children: { type: 'integer', minimum: 1 }, year: text, source: text }),
      spans: {
        type: 'array',
        items: closed({ id: text, from: text, until: { type: 'array', items: text } }, ['id', 'until']),
      },
      tallies: {
        type: 'array',
        items: closed({ id: text, part: text, block: text, where: text }, ['id', 'part', 'block']),
      },
      standing: {
        type: 'array',
        items: closed({
          id: text,
          part: text,
          block: text,
          where: text,
          over: { type: 'integer', minimum: 1 },
        }),
      },
      measures: { type: 'array', items: ref('definition') },
      practice: { type: 'array', items: ref('definition') },
    },
    ['source', 'spans', 'tallies', 'standing', 'measures', 'practice'],
  ),
};
