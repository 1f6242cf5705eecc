import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';
import { audiences, copies, formats, ways, whoseAll } from './shared-output.ts';

const day = { type: 'string', format: 'date' } as const;
const words = { type: 'string', minLength: 1, maxLength: 2000 } as const;
const score = { type: 'integer', minimum: 1, maximum: 5 } as const;

export const sharing = sent(
  {
    ...{ output: id, audience: { enum: audiences }, format: { enum: formats } },
    language: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4})?$' },
    to: {
      ...{ type: 'array', minItems: 1, maxItems: 50, uniqueItems: true },
      items: { anyOf: [sent({ person: id }), sent({ agency: line })] },
    },
    ...{ how: { enum: ways }, copy: { enum: copies }, on: day, commandId: id },
    child: id,
  },
  ['child'],
);
export const withdrawal = sent({ reason: words });
export const opinion = sent(
  {
    ...{ whose: { enum: whoseAll }, from: { type: 'integer', minimum: 0, maximum: 49 } },
    ...{ helpful: score, clear: score, words, mayBeRead: flag, commandId: id },
  },
  ['from', 'words', 'mayBeRead'],
);
export const made = object({ id: text }, ['id']);

const said = object({ id: text, whose: text, name: text, helpful: whole, clear: whole, words: text }, [
  ...(['id', 'whose', 'name', 'helpful', 'clear'] as const),
]);
const sharedOne = object(
  {
    ...{ id: text, record: text, form: text, output: text, title: text, version: text, audience: text },
    ...{
      language: text,
      format: text,
      child: text,
      hash: text,
      bytes: whole,
      how: text,
      copy: text,
      on: text,
    },
    ...{ by: text, at: text, to: listOf(object({ from: whole, name: text }, ['from', 'name'])) },
    older: object({ why: text, on: text, now: text }, ['why', 'on']),
    withdrawn: object({ by: text, at: text, reason: text }, ['by', 'at']),
    opinions: listOf(said),
  },
  [
    ...(['id', 'record', 'form', 'output', 'title', 'version', 'audience', 'language', 'format'] as const),
    ...(['how', 'copy', 'on', 'by', 'at', 'to', 'opinions', 'hash', 'bytes'] as const),
  ],
);
export const ofFamily = object({ shared: listOf(sharedOne), can: flag }, ['shared', 'can']);
export const ofRecord = object(
  {
    ...{ shared: listOf(sharedOne), can: flag, people: listOf(named), languages: listOf(named) },
    children: listOf(named),
    today: text,
    outputs: listOf(object({ id: text, title: text, audiences: listOf(text) }, ['id', 'title', 'audiences'])),
  },
  ['shared', 'can', 'people', 'outputs', 'languages', 'children', 'today'],
);

const group = object(
  {
    ...{ whose: text, fewer: whole, count: whole, helpful: { type: 'number' }, clear: { type: 'number' } },
    words: listOf(text),
  },
  ['whose'],
);
export const opinions = listOf(
  object({ output: text, version: named, groups: listOf(group) }, ['output', 'version', 'groups']),
);

const target = object({ from: whole, to: whole, source: text }, ['from', 'to', 'source']);
export const plainWords = object(
  {
    targets: { type: 'object', additionalProperties: target },
    jargon: listOf(object({ words: listOf(text), say: text, source: text }, ['words', 'say', 'source'])),
  },
  ['targets', 'jargon'],
);
