/** Words of “This could be better” and of the page that says what became of it. */
export const improvements = {
  title: 'This could be better',
  about: (label: string) => `About: ${label}`,
  lead: 'The working group reads it beside the question, and you get an answer. Do not name a family or a child.',
  what: 'What about it?',
  kinds: {
    harder: 'It makes the work harder',
    easier: 'It makes the work easier',
    duplicate: 'It is asked elsewhere too',
    wording: 'The words',
    barrier: 'It stands in the way of good work',
    supports: 'It supports good work',
  },
  texts: {
    harder: 'What makes it harder?',
    easier: 'What should stay as it is?',
    duplicate: 'Where is it asked already?',
    wording: 'How would you say it?',
    barrier: 'What is in the way?',
    supports: 'What helps?',
  },
  missing: 'Write a sentence, so that the group knows what you mean',
  send: 'Send',
  cancel: 'Cancel',
  thanks: 'Thank you. The working group has it now.',
  close: 'Close',
  mine: 'What I asked for',
  mineLead: 'What you said could be better, and what the working group answered.',
  none: 'You have not said anything yet. Under every question of a form there is “This could be better”.',
  waiting: (count: number) =>
    count === 1
      ? 'The working group answered what you said could be better.'
      : `The working group answered ${String(count)} things you said could be better.`,
  waits: 'Not answered yet',
  isNew: 'New answer',
  decisions: { done: 'Done', 'will-do': 'We will do it', 'not-now': 'Not now' },
  answered: (by: string, at: string) => `${by}, ${at}`,
  said: (at: string) => `You said on ${at}:`,
} as const;
