import type { Block, Column, Dictionary, Form, FormQuestion } from '../contracts/index.ts';
import { isAnswered, questionsOf } from './form-questions.ts';
import { optionsOf } from './options.ts';

export type Schema = Record<string, unknown>;

/** Most characters of an answer: what a person writes fits, what a machine pours in does not. */
export const MOST_CHARACTERS = { short: 300, long: 20_000 };
const MOST_ROWS = 500;
const MOST_FILES = 50;

const id: Schema = { type: 'string', minLength: 1, maxLength: 200 };
const text = (maxLength: number): Schema => ({ type: 'string', minLength: 1, maxLength, pattern: '\\S' });
const named = (names: Schema, required: string[] = []): Schema => ({
  type: 'object',
  additionalProperties: false,
  ...(required.length > 0 ? { required } : {}),
  properties: names,
});

/**
 * The JSON Schema 2020-12 of a form's answers, `{ answers, perChild }`. Nothing is coerced and nothing else is let in.
 * `required` names what the family is always asked; what depends on other answers or on the child is `checkAnswers`'.
 */
export function schemaOf(
  form: Pick<Form, 'id' | 'title' | 'layout'>,
  dictionary: Pick<Dictionary, 'codeLists'>,
  blocks: Block[],
): Schema {
  const asked = questionsOf(form as Form).filter(isAnswered);
  const family = asked.filter(({ per }) => per !== 'child');
  const child = asked.filter(({ per }) => per !== 'family');
  const properties = (questions: FormQuestion[]) =>
    Object.fromEntries(questions.map((question) => [question.id, answerOf(question, dictionary)]));
  const always = family.filter(
    ({ required, requiredWhen, when, block }) => required && !requiredWhen && !when && !block,
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.title,
    type: 'object',
    additionalProperties: false,
    required: ['answers', 'perChild'],
    properties: {
      answers: named(
        properties(family),
        always.map((question) => question.id),
      ),
      perChild: { type: 'object', additionalProperties: named(properties(child)) },
      reasons: { type: 'object', additionalProperties: text(MOST_CHARACTERS.long) },
    },
    $defs: {
      notPossible: named({ notPossible: text(MOST_CHARACTERS.short) }, ['notPossible']),
      ...blockSchemas(asked, dictionary, blocks),
    },
  };
}

/** An answer, or the way out of a question that has one: told apart by `notPossible`, so that errors stay plain. */
function answerOf(question: FormQuestion, dictionary: Pick<Dictionary, 'codeLists'>): Schema {
  const value = valueOf(question, dictionary);
  if (!question.wayOut) return value;
  return {
    if: { type: 'object', required: ['notPossible'] },
    then: { $ref: '#/$defs/notPossible' },
    else: value,
  };
}

function valueOf(question: FormQuestion, dictionary: Pick<Dictionary, 'codeLists'>): Schema {
  switch (question.type) {
    case 'address':
      return named({ line1: text(100), line2: text(100), town: text(100), postcode: text(10) }, [
        'line1',
        'town',
        'postcode',
      ]);
    case 'file':
      return { type: 'array', minItems: 1, maxItems: MOST_FILES, uniqueItems: true, items: id };
    case 'table':
      if (question.block) return rows({ $ref: `#/$defs/${question.block}` });
      return rows(rowOf(question.columns ?? [], dictionary));
    case 'date':
      return { type: 'string', format: question.time ? 'date-time' : 'date' };
    case 'number':
      return {
        type: question.whole ? 'integer' : 'number',
        ...(question.least === undefined ? {} : { minimum: question.least }),
        ...(question.most === undefined ? {} : { maximum: question.most }),
      };
    case 'echo':
    case 'guidance':
      return {};
    default:
      return cellOf({ ...question, type: question.type }, dictionary);
  }
}

/** A choice among nothing (its code list is missing, which is a finding of the form) has no answer. */
const NOTHING: Schema = { not: {} };

const rows = (items: Schema): Schema => ({ type: 'array', maxItems: MOST_ROWS, items });

/** A row may carry its id; without one it is a new row. */
function rowOf(columns: Column[], dictionary: Pick<Dictionary, 'codeLists'>, more: Schema = {}): Schema {
  const cells = Object.fromEntries(columns.map((column) => [column.id, cellOf(column, dictionary)]));
  const required = columns.filter((column) => column.required).map((column) => column.id);
  return named({ id, ...more, ...cells }, required);
}

function cellOf(
  asked: Pick<Column, 'type'> & Partial<Column> & { only?: string[] },
  dictionary: Pick<Dictionary, 'codeLists'>,
): Schema {
  const oneOffered = (): Schema => {
    const values = optionsOf(asked as Column, dictionary).map(({ value }) => value);
    return values.length > 0 ? { enum: values } : NOTHING;
  };
  switch (asked.type) {
    case 'short-text':
      return text(MOST_CHARACTERS.short);
    case 'long-text':
      return text(MOST_CHARACTERS.long);
    case 'yes-no':
    case 'radios':
      return oneOffered();
    case 'checkboxes':
      return { type: 'array', minItems: 1, uniqueItems: true, items: oneOffered() };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'number':
      return { type: 'number' };
    case 'scale':
      return { type: 'integer', minimum: 0, maximum: 10 };
    case 'person':
      return id;
    case 'children':
      return { type: 'array', minItems: 1, uniqueItems: true, items: id };
    case 'file':
      return { type: 'array', minItems: 1, maxItems: MOST_FILES, uniqueItems: true, items: id };
  }
}

/**
 * Rows of a shared block live with the family: they may carry the record that wrote them and whose they are. Which
 * columns must be filled in depends on those the form shows, so `checkAnswers` says it.
 */
function blockSchemas(
  asked: FormQuestion[],
  dictionary: Pick<Dictionary, 'codeLists'>,
  blocks: Block[],
): Schema {
  const used = new Set(asked.flatMap(({ block }) => block ?? []));
  const stored = { record: id, childIds: { type: 'array', items: id } };
  return Object.fromEntries(
    blocks
      .filter((block) => used.has(block.id))
      .map((block) => {
        const columns = block.columns.map((column) => ({ ...column, required: false }));
        return [block.id, rowOf(columns, dictionary, stored)];
      }),
  );
}
