import { flag, id, line, listOf, named, object, sent, text } from '../schemas.ts';
import { decisions, kinds } from './improvement.ts';

const words = { type: 'string', minLength: 1, maxLength: 2000 } as const;
const place = { form: id, question: id };
const kind = { enum: [...kinds] } as const;
const decision = { enum: [...decisions] } as const;

export const saying = sent(
  { ...place, version: id, step: id, kind, about: sent(place, ['question']), text: words, commandId: id },
  ['question', 'version', 'step', 'about'],
);
export const kept = object({ id: text }, ['id']);
export const answering = sent({ text: words, decision, draft: id, commandId: id }, ['draft']);
export const asked = sent({ form: id }, ['form']);

export const noting = sent(
  { ...place, prompt: id, text: words, authorises: sent({ finding: line, by: line }), commandId: id },
  ['question', 'prompt', 'authorises'],
);

const answer = object({ text, decision: text, by: named, at: text, draft: text, seen: flag }, [
  ...(['text', 'decision', 'by', 'at', 'seen'] as const),
]);
const improvement = object(
  {
    ...{ id: text, form: text, question: text, formTitle: text, label: text, version: text, step: text },
    ...{
      kind: text,
      about: object({ form: text, question: text }, ['form']),
      text,
      by: named,
      at: text,
      answer,
    },
  },
  ['id', 'form', 'formTitle', 'version', 'kind', 'text', 'by', 'at'],
);
export const improvements = listOf(improvement);

const note = object(
  { id: text, form: text, question: text, prompt: text, text, by: named, at: text, settled: flag },
  ['id', 'form', 'text', 'by', 'at', 'settled'],
);
const prompts = object(
  { id: text, name: text, questions: listOf(object({ id: text, text }, ['id', 'text'])) },
  ['id', 'name', 'questions'],
);
const authorised = object({ finding: text, by: text, because: text, form: text, question: text, at: text }, [
  'finding',
  'by',
  'because',
  'form',
  'at',
]);
export const sayings = object(
  {
    ...{ prompts: listOf(prompts), avoid: listOf(object({ word: text, say: text }, ['word', 'say'])) },
    ...{ notes: listOf(note), improvements, authorised: listOf(authorised) },
  },
  ['prompts', 'avoid', 'notes', 'improvements', 'authorised'],
);
