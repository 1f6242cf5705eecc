import { dayInWords } from '#engine/browser';

/** Words of the wording in other languages. */
export const translationWords = {
  title: (name: string, missing: number, of: number) =>
    missing === 0
      ? `Wording in ${name}: all ${String(of)} texts`
      : `Wording in ${name}: ${String(missing)} of ${String(of)} texts have none, and stand in English`,
  missingOnly: 'Only texts that have no wording',
  nothingMissing: 'Every text of this paper has its wording.',
  said: (name: string, text: string) => `In ${name}: ${text}`,
  lost: (names: string[]) =>
    `Put ${names.join(' and ')} in where it belongs in this language: a name or a day is put there.`,
  numbers: (numbers: number[]) =>
    `As it is said of ${numbers.map(String).join(', ')}${numbers.length > 3 ? ' …' : ''}`,
  unreviewed: (name: string) => `Nobody has reviewed the wording in ${name}.`,
  unreviewedSays:
    'Every paper in it says so to whoever reads it. This holds for all papers in this language, not only for this one.',
  reviewed: (by: string, on: string) => `Reviewed by ${by} on ${dayInWords(on)}.`,
  reviewedUntil: 'As soon as a text is changed, it is unreviewed again.',
  by: 'Who has read all of it?',
  byHint:
    'The name of a translator, or of somebody who speaks it as their first language. It is kept with the wording.',
  byMissing: 'Write the name of who has read it.',
  stillMissing: (count: number) =>
    `${count === 1 ? 'One text' : `${String(count)} texts`} of this paper would still stand in English.`,
  reviewButton: 'They have reviewed it',
  another: 'Begin wording in another language',
  code: 'Which language?',
  codeHint: 'Its short code: ‘ur’ for Urdu, ‘ro’ for Romanian, ‘bn’ for Bengali.',
  codeWrong: 'Write the short code of the language, such as ‘ur’, and its name.',
  known: 'There is wording in this language already. Choose it above.',
  ownName: 'What is it called in its own words?',
  ownNameHint: 'As its readers know it: ‘Română’, ‘اردو’.',
  rtl: 'It is written from right to left',
  begin: 'Begin it',
  cancel: 'Cancel',
} as const;
