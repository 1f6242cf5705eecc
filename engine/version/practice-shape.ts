/** JSON Schema of what practice.json says of how its blocks are shown. */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const whole = { type: 'integer' };
const shape = (properties: Record<string, unknown>, optional: Record<string, unknown> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});

const map = shape(
  {
    ...{ title: text, lead: text, below: texts },
    columns: { type: 'array', minItems: 1, items: shape({ title: text, blocks: texts }) },
  },
  { pairs: shape({ title: text, of: text, with: text, by: text, missing: text }) },
);

const scaling = shape({
  ...{ title: text, block: text, about: text, overall: whole, overallTitle: text, aboutTitle: text },
  ...{ score: text, on: text, rater: text, name: text, children: text, why: text },
});

const voice = shape({
  ...{ title: text, block: text, child: text, on: text, words: text, panels: texts },
  ...{ picture: text, pictureTitle: text, pictureSays: text },
  ...{ freshDays: { type: 'integer', minimum: 1 }, source: text },
});

const story = shape({ block: text, child: text, picture: text, words: text });

const sex = { enum: ['M', 'F'] };
const kinds = ['parent', 'step-parent', 'grandparent', 'sibling', 'parents-sibling'];
const network = shape({
  ...{ title: text, block: text, person: text, relation: text, household: text, unborn: texts },
  relations: { type: 'array', items: shape({ says: text, is: { enum: kinds } }, { sex, side: sex }) },
});

export const practiceViews = {
  type: 'object',
  additionalProperties: false,
  properties: { map, scaling, voice, story, network },
};
