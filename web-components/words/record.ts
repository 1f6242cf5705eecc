export const record = {
  by: (name: string, at: string) => `Completed by ${name}, ${at}`,
  about: (names: string) => `About ${names}`,
  print: 'Print, or save as a document',
  added: 'This record has been added.',
  correct: 'Correct',
  correctNamed: (label: string) => `Correct: ${label}`,
  correctTitle: 'Correct this answer',
  correctLead:
    'The record keeps what was written before, with your reason beside it. Dates that follow from it move with it.',
  reason: 'Why is it being corrected?',
  reasonMissing: 'Say why it is being corrected',
  save: 'Save the correction',
  cancel: 'Cancel',
  corrected: 'Corrected.',
  wasCorrected: (name: string, on: string) => `Corrected by ${name}, ${on}`,
  was: (text: string) => `Before: ${text}`,
  why: (text: string) => `Why: ${text}`,
  corrections: 'Corrections',
  reopen: 'Reopen this task',
  reopenLead:
    'For an answer that decided the way. Everything is put back as it was before this was completed, if nothing later is complete.',
  reopenReason: 'Why must it be reopened?',
  reopenMissing: 'Say why it must be reopened',
  family: 'Open the family',
  notAnswered: 'Not answered',
} as const;

export const print = {
  back: 'Back to the record',
  which: 'Who is it for?',
  whichFirst: 'For the family',
  button: 'Print',
  people: 'Who this is about',
  written: (name: string, role: string, on: string) =>
    `Written by ${name}${role ? `, ${role}` : ''}, on ${on}`,
  signature: 'Signed',
  date: 'Date',
  noText: 'Nothing was written here.',
  differently: (name: string) => `For ${name}`,
} as const;
