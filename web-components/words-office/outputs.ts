export const outputs = {
  back: 'Back to the record',
  which: 'Which document?',
  who: 'Who is it for?',
  child: 'About which child?',
  everyChild: 'All the children',
  language: 'Language of the headings and questions',
  unchecked: (name: string) => `${name} (not checked by a translator)`,
  print: 'Print',
  pdf: 'PDF',
  word: 'Word',
  files: 'Take it with you',
  leftOut: 'What this document leaves out',
  nothingLeftOut: 'Nothing that was written is left out.',
  notInPdf: ({ count, signs, scripts }: { count: number; signs: string[]; scripts: string[] }) =>
    `A PDF can’t show ${count === 1 ? 'one sign' : `${String(count)} signs`} of this document${
      scripts.length > 0 ? ` (${scripts.join(', ')})` : ''
    }: ${signs.join(' ')}${signs.length > 11 ? ' …' : ''}`,
  notInPdfDo:
    'In a PDF each would be an empty square. Give it printed from its page, or the Word file: both show every sign that the reader’s own computer can.',
  notInPdfWhere: 'They stand under:',
  audiences: {
    family: 'The family',
    child: 'The child',
    professional: 'Colleagues, for the file',
    meeting: 'Everybody at the meeting',
    court: 'The court',
    agency: 'Another agency',
  } as Record<string, string>,
  why: {
    withheld: 'Withheld from somebody in the family',
    'sensitive-address': 'An address that must not be told',
    audience: 'Not for this reader',
    'no-block': 'Not part of this document',
    'not-yours': 'Answers that you may not read either',
    'no-picture': 'Files that are no pictures',
    earlier: 'Earlier, or done',
    'other-child': 'About brothers and sisters alone',
  } as Record<string, string>,
  times: (what: string, count: number) => (what ? `${what} (${String(count)})` : String(count)),
  of: (what: string, child: string) => `${what}, ${child}`,
} as const;
