/** Words of what people say of a form. */
export const saidWords = {
  group: (count: number) =>
    count === 0 ? 'What the group says of this form' : `What is said of this form (${count})`,
  here: (count: number) =>
    count === 0 ? 'Write a note on this question' : `Said of this question (${count})`,
  set: 'Questions we ask ourselves',
  note: 'A note for the group',
  keep: 'Keep this note',
  kinds: {
    harder: 'Makes it harder',
    easier: 'Makes it easier',
    duplicate: 'Asked elsewhere too',
    wording: 'Wording',
    barrier: 'Stands in the way',
    supports: 'Supports good work',
  },
  answer: 'Answer',
  answerText: 'Your answer',
  answerHint: 'The person who said it sees it, with your name.',
  decision: 'What becomes of it',
  decisions: { done: 'Done in this draft', 'will-do': 'We will do it', 'not-now': 'Not now' },
  sendAnswer: 'Send the answer',
} as const;
