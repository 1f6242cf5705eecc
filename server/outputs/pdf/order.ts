import type { DocumentBlock, DocumentPart, OutputDocument, Sketch } from '#engine';

/** A picture as the document names it. */
export interface Picture {
  type: string;
  bytes: Uint8Array;
}

/** A block as it is laid out on paper: a drawing as shapes, one on a turned sheet with the heading that stands over it. */
export type PaperBlock =
  | Exclude<DocumentBlock, { kind: 'genogram' }>
  | {
      kind: 'sketch';
      from: number;
      alt: string;
      sketch: Sketch;
      turned: boolean;
      heading?: DocumentPart & { kind: 'heading' };
    };

/** A document with its blocks as they are laid out; `own`: the language of what people wrote. */
export type PaperDocument = Omit<OutputDocument, 'blocks'> & { blocks: PaperBlock[]; own: string };

/** What the process that makes PDFs is asked. */
export interface Order {
  id: number;
  document: PaperDocument;
  pictures: Record<string, Picture>;
}

/** What it answers. `milliseconds` of a processor; `pages` by block of the layout: how much of the paper each takes. */
export type Made =
  | {
      kind: 'made';
      bytes: Uint8Array;
      pages: number;
      milliseconds: number;
      cost: { from: number; pages: number }[];
    }
  | { kind: 'refused'; faults: { from?: number; message: string }[] };

export type Answer = { id: number } & Made;

/** The document with other blocks. */
export const withBlocks = (document: PaperDocument, blocks: PaperBlock[]): PaperDocument => ({
  ...document,
  blocks,
});
