import type {
  DocumentPart,
  FormQuestion,
  LeftOut,
  Output,
  OutputAsked,
  OutputPerson,
  OutputSource,
} from '../contracts/index.ts';
import { questionsOf } from '../forms/browser.ts';
import type { Wording } from './wording.ts';

/** What every kind of block is made with. */
export interface Making {
  layout: Output;
  source: OutputSource;
  asked: OutputAsked;
  words: Wording;
  /** for whoever makes it: what is left out is said in the version's own language */
  own: Wording;
  /** children it is made for: all, or the one asked for */
  children: OutputPerson[];
  /** level of the heading that stands above what is made now; the title is 1 */
  above: number;
  leftOut: LeftOut[];
}

export type Row = Record<string, unknown>;
export type Parts = DocumentPart[];

export function questionOf({ source }: Making, id: string): FormQuestion | undefined {
  return questionsOf(source.form).find((question) => question.id === id);
}

/** The rows of an answer; of anything else none. */
export function rowsOf(value: unknown): Row[] {
  const isRow = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  return Array.isArray(value) ? (value as unknown[]).filter((one): one is Row => isRow(one)) : [];
}

/** What stands over a block: its own label or the question's, in the document's language. */
export function labelOf({ words }: Making, label: string): string {
  return words.fill(label);
}

/** The same in the list of what is left out, which is read by whoever makes the document. */
export function namedLeftOut({ own }: Making, label: string, child?: OutputPerson): string {
  return own.fill(label, child);
}

/** A heading one below the one that stands above; four levels are enough for paper. */
export function headed({ above }: Making, text: string): Parts {
  return [{ kind: 'heading', level: Math.min(above + 1, 4) as 2 | 3 | 4, text }];
}
