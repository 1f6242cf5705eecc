import type { New } from '../make/draw.ts';
import { forms, roles, timescales } from './choices.ts';
import type { Answers, Ask, Hand } from './operation.ts';

/** What is asked of a new step; only its name must be known at once. */
export const stepAsks = (hand: Hand): Ask[] => [
  {
    id: 'name',
    says: 'What is done, as verb and object',
    hint: 'For example: Write the report',
    kind: 'text',
    value: '',
  },
  { id: 'role', says: 'Who does this', kind: 'one', value: '', options: roles(hand), optional: true },
  { id: 'form', says: 'Which form', kind: 'one', value: '', options: forms(hand), optional: true },
  {
    ...{ id: 'timescale', says: 'By when', kind: 'one', value: '', optional: true },
    options: [{ value: 'none', label: 'No timescale' }, ...timescales(hand)],
  },
  { id: 'purpose', says: 'Why this step exists', kind: 'long', value: '', optional: true },
];

/** The step to draw, as it was answered. */
export const stepFrom = (answers: Answers): New => ({
  type: 'bpmn:UserTask',
  name: answers['name'] ?? '',
  attributes: {
    'pathway:form': answers['form'],
    'pathway:role': answers['role'],
    'pathway:purpose': answers['purpose'],
    'pathway:timescale': answers['timescale'],
  },
});
