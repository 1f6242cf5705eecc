export const correction = {
  title: 'Correct this answer',
  lead: 'The record keeps what was written before, with your reason beside it. Dates that follow from it move with it.',
  reason: 'Why is it being corrected?',
  reasonMissing: 'Say why it is being corrected',
  unchanged: 'Change the answer first: it is the same as before.',
  save: 'Save the correction',
  cancel: 'Cancel',
  done: 'Corrected.',
} as const;

export const reopening = {
  button: 'Reopen this task',
  lead: 'For an answer that decided the way. Everything is put back as it was before this was completed, if nothing later is complete.',
  reason: 'Why must it be reopened?',
  reasonMissing: 'Say why it must be reopened',
} as const;

export const wouldChange = {
  title: 'What will change',
  looking: 'Looking at what will change.',
  nothing: 'Only this answer. No date, clock or task moves.',
  before: (says: string) => `Before: ${says}`,
  after: (says: string) => `After: ${says}`,
  none: 'none',
  stage: 'Where they are',
  opens: (step: string, who: string) => `Opens again: ${step} (${who})`,
  closes: (step: string, who: string) => `Closes: ${step} (${who})`,
} as const;
