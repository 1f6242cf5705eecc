import type { DocumentBlock, OutputDocument } from '#engine';

/** A picture as the document names it. */
export interface Picture {
  type: string;
  bytes: Uint8Array;
}

/** What the process that makes PDFs is asked. */
export interface Order {
  id: number;
  document: OutputDocument;
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
export const withBlocks = (document: OutputDocument, blocks: DocumentBlock[]): OutputDocument => ({
  ...document,
  blocks,
});
