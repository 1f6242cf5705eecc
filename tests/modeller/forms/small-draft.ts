import type { Dictionary, Form, Output } from '../../../engine/browser.ts';

/** A draft of one small form with everything an editor may change, and a second one that asks for the same. */
export function smallDraft(): Record<string, string> {
  return {
    'forms/visit.json': JSON.stringify(visit),
    'forms/call.json': JSON.stringify(call),
    'outputs/visit.json': JSON.stringify(printed),
    'dictionary.json': JSON.stringify(dictionary),
    'facts.json': JSON.stringify([
      { id: 'seen', name: 'The child was seen', meaning: 'Seen by us', per: 'child', source: 'local' },
    ]),
    'timescales.json': JSON.stringify([]),
    'roles.json': JSON.stringify([]),
    'practice.json': JSON.stringify({ name: 'Ours', source: 'local', parts: [], blocks: [] }),
    'pathway.bpmn': '<userTask throughline:form="visit"/>',
  };
}

const question = { per: 'child', purpose: 'So that we know', source: 'local', policy: 'ask' } as const;

const visit: Form = {
  ...{ id: 'visit', title: 'Visit', purpose: 'See how the child is.', source: 'local', schema: {} },
  layout: [
    {
      id: 'seeing',
      title: 'Seeing the child',
      questions: [
        {
          ...{ id: 'wasSeen', type: 'yes-no', label: 'Was [child] seen?', required: true, term: 'wasSeen' },
          ...question,
          readBy: ['visit'],
        },
        {
          ...{ id: 'seenOn', type: 'date', label: 'When?', term: 'seenOn', ...question },
          when: { question: 'wasSeen', is: 'yes' },
        },
      ],
    },
    {
      id: 'after',
      title: 'Afterwards',
      questions: [
        { id: 'thoughts', type: 'long-text', label: 'What do you think?', term: 'thoughts', ...question },
      ],
    },
  ],
  facts: [{ fact: 'seen', when: 'wasSeen = "yes"', on: 'seenOn', value: 'wasSeen' }],
  rules: [
    {
      ...{ id: 'not-later', question: 'seenOn', when: 'seenOn > today', say: 'That day is yet to come.' },
      ...{ source: 'local', level: 'refuse' },
    },
  ],
};

const call: Form = {
  ...{ id: 'call', title: 'Phone call', purpose: 'Keep in touch.', source: 'local', schema: {} },
  layout: [
    {
      id: 'call',
      title: 'The call',
      questions: [
        { id: 'thoughts', type: 'long-text', label: 'Your thoughts', term: 'thoughts', ...question },
      ],
    },
  ],
  facts: [],
  rules: [],
};

const printed: Output = {
  ...{ id: 'visit', form: 'visit', title: 'Visit', audience: 'family' },
  blocks: [
    { kind: 'answer', question: 'wasSeen' },
    { kind: 'signature', roles: [] },
  ],
};

const term = { meaning: 'What it says', source: 'local' };

const dictionary: Dictionary = {
  terms: [
    { id: 'wasSeen', name: 'Child seen', type: 'yes-no', ...term },
    { id: 'seenOn', name: 'Day seen', type: 'date', ...term },
    { id: 'thoughts', name: 'Thoughts', type: 'text', ...term },
    { id: 'mood', name: 'Mood', type: 'code', codes: 'mood', ...term },
    { id: 'unused', name: 'Never asked', type: 'text', ...term },
  ],
  codeLists: [
    {
      ...{ id: 'mood', name: 'Mood', source: 'local' },
      codes: [
        { value: 'good', label: 'Good' },
        { value: 'bad', label: 'Bad' },
      ],
    },
  ],
};

/** The draft after an edit, as an editor's host would have it. */
export function after(
  files: Record<string, string>,
  change: { changes: Record<string, string | null> } | undefined,
): Record<string, string> {
  const entries = Object.entries({ ...files, ...change?.changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A form of the draft. */
export const formOf = (files: Record<string, string>, id = 'visit'): Form =>
  JSON.parse(files[`forms/${id}.json`] ?? 'null') as Form;

/** Ids of a form's questions by section, in order. */
export const layoutOf = (files: Record<string, string>, id = 'visit'): string[][] =>
  formOf(files, id).layout.map(({ questions }) => questions.map((one) => one.id));
