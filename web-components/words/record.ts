export const record = {
  by: (name: string, at: string) => `Completed by ${name}, ${at}`,
  about: (names: string) => `About ${names}`,
  print: 'Print, or save as a document',
  added: 'This record has been added.',
  correct: 'Correct',
  correctNamed: (label: string) => `Correct: ${label}`,
  wasCorrected: (name: string, on: string) => `Corrected by ${name}, ${on}`,
  was: (text: string) => `Before: ${text}`,
  now: (text: string) => `Now: ${text}`,
  why: (text: string) => `Why: ${text}`,
  earlier: 'This is how it was first written. It has been corrected since.',
  readLatest: 'Read it as it stands now',
} as const;

export const print = {
  back: 'Back to the record',
  which: 'Who is it for?',
  whichFirst: 'For the family',
  button: 'Print',
  leftOut: 'Left out, why in the record:',
  people: 'Who this is about',
  written: (name: string, role: string, on: string) =>
    `Written by ${name}${role ? `, ${role}` : ''}, on ${on}`,
  signature: 'Signed',
  date: 'Date',
  differently: (name: string) => `For ${name}`,
} as const;
