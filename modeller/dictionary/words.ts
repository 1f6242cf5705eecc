import type { Term } from '#engine/browser';

/** What a term holds, in words. */
export const termTypes: Record<Term['type'], string> = {
  text: 'Text',
  code: 'One of a list',
  codes: 'Some of a list',
  'yes-no': 'Yes or no',
  date: 'A date',
  moment: 'A date and time',
  number: 'A number',
  rows: 'Entries of a table',
  person: 'A person',
  address: 'An address',
  file: 'A file',
};

/** Words of the dictionary. */
export const words = {
  title: 'Dictionary',
  lead: 'One word for one thing. Questions that record the same term ask for the same.',
  find: 'Find a term or its meaning',
  show: 'Show',
  all: 'All terms',
  twice: 'Asked in more than one form',
  unused: 'Never asked',
  found: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
  lists: 'Lists of answers',
  listsFound: (count: number) => (count === 1 ? '1 list' : `${count} lists`),
  add: 'Add a term',
  addList: 'Add a list of answers',
  change: 'Change',
  done: 'Done',
  cancel: 'Cancel',
  name: 'Name',
  meaning: 'What it means, in one sentence',
  type: 'What it holds',
  codes: 'List of answers',
  noCodes: 'None',
  source: 'What asks for it',
  asked: (count: number) =>
    count === 0 ? 'Not asked anywhere' : count === 1 ? 'Asked in 1 place' : `Asked in ${count} places`,
  inSteps: (steps: string) => `when: ${steps}`,
  anytime: 'when added by somebody',
  shown: 'shown only',
  law: 'Needed by law',
  joinWith: 'Join with another term that means the same',
  join: 'Join them',
  joinHint: 'Every question that records this term will record the other one.',
  noOther: (name: string) => `There is no other term “${name}” that holds the same kind of answer.`,
  remove: 'Remove this term',
  stays: 'It stays: a form asks for it, or a condition of the drawing reads it.',
  readByDrawing:
    'A condition of the drawing reads this term: it cannot be joined until that condition is changed.',
  empty: 'This cannot be empty.',
  codesLines: 'Answers, one on each line',
  codesHint: 'An answer that is reworded in its place keeps its code.',
  codesByLaw: (source: string) =>
    `These codes are asked for by: ${source}. Reword them; adding or removing one changes what is returned.`,
  usedBy: (count: number) =>
    count === 1 ? 'Used by 1 term or question' : `Used by ${count} terms or questions`,
  more: 'Show more',
} as const;
