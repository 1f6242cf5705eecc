/** How plain a text is: beside what is written, and beside what is handed out. */
export const plain = {
  title: 'Is it plain?',
  hint: 'A hint, never in the way: it counts words and syllables and knows nothing of sense.',
  age: (age: number) => `Reading age about ${String(age)}`,
  older: 'Reading age of a grown-up who reads much',
  fine: (to: number) => `Plain enough: ${String(to)} at most is aimed at.`,
  hard: (from: number, to: number) =>
    `Harder than it should be: aim at ${String(from)} to ${String(to)}. Shorter sentences and everyday words help most.`,
  few: 'Too few words to say how hard it is to read.',
  hardest: 'The hardest sentences',
  sentence: (words: number, age: number) => `${String(words)} words, reading age about ${String(age)}`,
  long: (words: string) => `Long words: ${words}`,
  jargon: 'Words of the trade',
  none: 'No words of the trade.',
  instead: (found: string, times: number) => `“${found}”${times > 1 ? `, ${String(times)} times` : ''}`,
  say: (say: string) => `say: ${say}`,
  ours: 'our wording',
} as const;
