import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '#engine';
import { dictionary, form, harms, question } from './small-form.ts';

const asked = form([
  question({ id: 'seenOn', type: 'date', required: true, wayOut: 'Not seen' }),
  question({
    id: 'decision',
    type: 'radios',
    per: 'child',
    required: true,
    codes: 'ways',
    only: ['plan', 'close'],
  }),
  question({ id: 'story', type: 'long-text', per: 'shared', required: true, when: { child: 'born' } }),
  question({ id: 'harms', type: 'table', block: 'harms', required: true }),
  question({ id: 'advice', type: 'guidance' }),
  question({ id: 'due', type: 'echo', policy: 'computed', compute: 'age' }),
]);
const schema = schemaOf(asked, dictionary, [harms]) as {
  properties: {
    answers: { required: string[]; properties: object };
    perChild: { additionalProperties: { properties: object } };
  };
};

describe('the schema of a form', () => {
  it('is a JSON Schema 2020-12 that compiles', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(() => new Ajv2020({ strict: false, validateFormats: false }).compile(schema)).not.toThrow();
  });

  it('has the family’s questions in answers, the child’s in perChild, and the shared ones in both', () => {
    expect(Object.keys(schema.properties.answers.properties)).toEqual(['seenOn', 'story', 'harms']);
    expect(Object.keys(schema.properties.perChild.additionalProperties.properties)).toEqual([
      'decision',
      'story',
    ]);
  });

  it('requires what is asked of every family, whatever else is answered', () => {
    expect(schema.properties.answers.required).toEqual(['seenOn']);
  });

  it('lets in only the codes that are offered', () => {
    expect(schema.properties.perChild.additionalProperties.properties).toMatchObject({
      decision: { enum: ['plan', 'close'] },
    });
  });

  it('lets in nothing where a code list is missing', () => {
    const lost = form([question({ id: 'decision', type: 'radios', codes: 'roads' })]);
    expect(schemaOf(lost, dictionary, [])).toMatchObject({
      properties: { answers: { properties: { decision: { not: {} } } } },
    });
  });
});
