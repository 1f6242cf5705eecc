/** Words a full stop belongs to: it ends no sentence there. */
const shortened = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|rd|no|e\.g|i\.e|etc|vs|approx|tel|[a-z])\.$/i;

/**
 * The sentences of a text. A line of its own is one, with or without a full stop: headings, names and the lines of a
 * list are read alone. "Mr. Ashdown", "e.g. school" and "3.30pm" are not broken.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => ofLine(line.trim()))
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** The words of a sentence that can be read aloud: figures and signs are none. */
export function wordsOf(sentence: string): string[] {
  return (sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'‑-]*/gu) ?? []).filter((word) => /\p{L}/u.test(word));
}

function ofLine(line: string): string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const piece of line.split(/(?<=[.!?…]["”’')\]]*)\s+/)) {
    begun = begun ? `${begun} ${piece}` : piece;
    if (shortened.test(begun)) continue;
    sentences.push(begun);
    begun = '';
  }
  return begun ? [...sentences, begun] : sentences;
}
