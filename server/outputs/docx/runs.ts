import { Paragraph, TextRun } from 'docx';
import { ownLanguage, spansOf } from '#engine';

/** A text as runs, a break where the text has one; what is in another language than the document is said to be. */
export function runs(text: string, more: object = {}): TextRun[] {
  return text.split('\n').flatMap((line, at) => {
    const [first = { text: '', written: false }, ...rest] = spansOf(line);
    return [first, ...rest].map(
      (span, no) =>
        new TextRun({
          ...{ text: span.text, ...more },
          ...(span.written ? { language: { value: ownLanguage } } : {}),
          ...(at > 0 && no === 0 ? { break: 1 } : {}),
        }),
    );
  });
}

/** Room after what Word would else put close to the next. */
export const spaced = (): Paragraph => new Paragraph({ children: [], spacing: { after: 80 } });
