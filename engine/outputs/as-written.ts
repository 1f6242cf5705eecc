/** What a version is written in, and what people write in it. */
export const ownLanguage = 'en-GB';

/**
 * Around what stands in a translated document and is not in its language: the beginning and end of an isolate, as Unicode
 * has it for text of another language. `cleaned` takes both out of what people write, so none of them is anybody else's;
 * whoever makes a file of the document says the language instead of them.
 */
const [begin, end] = ['\u2068', '\u2069'];

/** A text in its own language within a document of another, line by line: lines are parted before they are shown. */
export const asWritten = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `${begin}${line}${end}`))
    .join('\n');

/** A piece of a text; `written`: in what the version is written in, not in the document's language. */
export interface Span {
  text: string;
  written: boolean;
}

/** A text by language. */
export function spansOf(text: string): Span[] {
  let depth = 0;
  return text.split(/([\u2068\u2069])/).flatMap((part) => {
    if (part === begin) depth += 1;
    else if (part === end) depth = Math.max(0, depth - 1);
    else return part === '' ? [] : [{ text: part, written: depth > 0 }];
    return [];
  });
}

/** A text where no language can be said: a title, words for a picture. */
export const plainOf = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');
