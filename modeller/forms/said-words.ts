/** Words of what people say of a form. */
export const saidWords = {
  group: (count: number) =>
    count === 0 ? 'What the group says of this form' : `What is said of this form (${String(count)} open)`,
  here: (count: number) =>
    count === 0 ? 'What is said of this question' : `Said of this question (${String(count)} open)`,
  set: 'Questions we ask ourselves',
  note: 'A note for the group',
  keep: 'Keep this note',
  settle: 'Dealt with',
  settled: 'Dealt with',
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
