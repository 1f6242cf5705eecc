import type { Surroundings } from '#engine';
import type { Block, Dictionary, Form, FormQuestion } from '#engine';

/** A question with everything it must have; tests say only what matters to them. */
export function question(given: Partial<FormQuestion> & Pick<FormQuestion, 'id'>): FormQuestion {
  return {
    ...{ type: 'short-text', label: `Question ${given.id}`, per: 'family' },
    ...{ purpose: 'To show something', source: 'local', policy: 'ask', term: given.id, readBy: ['letter'] },
    ...given,
  };
}

/** A form of one section. */
export function form(questions: FormQuestion[], more: Partial<Form> = {}): Form {
  return {
    ...{ id: 'visit', title: 'Visit', purpose: 'See the child', source: 'local', schema: {} },
    layout: [{ id: 'all', title: 'All', questions }],
    ...{ facts: [], rules: [] },
    ...more,
  };
}

export const dictionary: Dictionary = {
  terms: [
    { id: 'seenOn', name: 'Seen on', meaning: 'Day the child was seen', type: 'date', source: 'local' },
    {
      id: 'decision',
      name: 'Decision',
      meaning: 'What happens next',
      type: 'code',
      codes: 'ways',
      source: 'local',
    },
    { id: 'story', name: 'Story', meaning: 'What happened', type: 'text', source: 'local' },
    { id: 'signs', name: 'Signs', meaning: 'What was seen', type: 'codes', codes: 'ways', source: 'local' },
    { id: 'harms', name: 'Harms', meaning: 'What has happened', type: 'rows', source: 'local' },
    { id: 'safe', name: 'Safe', meaning: 'Whether the child is safe', type: 'yes-no', source: 'local' },
    { id: 'score', name: 'Score', meaning: 'How safe', type: 'number', source: 'local' },
  ],
  codeLists: [
    {
      ...{ id: 'ways', name: 'Ways on', source: 'local' },
      codes: [
        { value: 'plan', label: 'A plan' },
        { value: 'close', label: 'Nothing more' },
        { value: 'again', label: 'Talk again' },
      ],
    },
  ],
};

export const harms: Block = {
  ...{ id: 'harms', title: 'What has happened', prompt: 'What happened?', part: 'map', appendOnly: true },
  columns: [
    { id: 'childIds', label: 'Which children', type: 'children', required: true },
    { id: 'what', label: 'What happened', type: 'long-text', required: true },
    { id: 'when', label: 'When', type: 'date' },
    { id: 'impact', label: 'What it did', type: 'short-text', required: true },
  ],
};

export const around: Surroundings = {
  dictionary,
  blocks: [harms],
  facts: [
    { id: 'child-seen', name: 'Child seen', meaning: 'Seen', per: 'child', source: 'local' },
    {
      ...{ id: 'plan-started', name: 'Plan started', meaning: 'Started', per: 'child', source: 'local' },
      open: { as: 'planOpen', until: ['child-seen'] },
    },
  ],
  timescales: [
    {
      ...{ id: 'visit-due', name: 'Visit', from: 'plan-started', until: ['child-seen'], length: 10 },
      ...{ unit: 'working-days', source: 'local', local: true, warn: [], lateReason: true },
    },
  ],
  roles: [{ id: 'worker', name: 'Worker', meaning: 'Does it' }],
  forms: ['visit'],
  outputs: ['letter'],
  messages: ['new worry'],
};
