import { Paragraph, TextRun } from 'docx';

/** A text as runs, a break where the text has one. */
export function runs(text: string, more: object = {}): TextRun[] {
  return text
    .split('\n')
    .map((part, at) => new TextRun({ text: part, ...more, ...(at > 0 ? { break: 1 } : {}) }));
}

/** Room after what Word would else put close to the next. */
export const spaced = (): Paragraph => new Paragraph({ children: [], spacing: { after: 80 } });
