import { buffer } from 'node:stream/consumers';
import type { DocumentBlock, LeftOut, OutputDocument } from '#engine';
import type { Store } from '../store/port.ts';
import { pictureSize, type Sized } from './picture-size.ts';

/** A picture that stands in a document, by the name the document gives it. */
export interface Shown extends Sized {
  bytes: Buffer;
  type: string;
}

export type Pictures = Record<string, Shown>;

/** Larger ones are left out, and said to be: a document has to go through an e-mail. */
const most = { bytes: 6 * 1024 * 1024, together: 16 * 1024 * 1024 };

/** The document with its pictures fetched and named anew; one that can't be shown gives way to its words. */
export async function withPictures(
  store: Store,
  document: OutputDocument,
): Promise<{ document: OutputDocument; pictures: Pictures }> {
  const pictures: Pictures = {};
  const names = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const blocks: DocumentBlock[] = [];
  let together = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'picture') {
      blocks.push(block);
      continue;
    }
    const shown = names.has(block.file)
      ? undefined
      : await fetched(store, block.file, most.together - together);
    if (shown) {
      const name = `picture-${String(names.size + 1)}.${shown.kind}`;
      names.set(block.file, name);
      pictures[name] = shown;
      together += shown.bytes.byteLength;
    }
    const file = names.get(block.file);
    if (file === undefined) leftOut.push({ why: 'no-picture', what: block.alt });
    blocks.push(file === undefined ? words(block) : { ...block, file });
  }
  return { document: { ...document, blocks, leftOut: [...document.leftOut, ...leftOut] }, pictures };
}

const words = ({ alt, from }: DocumentBlock & { kind: 'picture' }): DocumentBlock => ({
  ...{ kind: 'paragraph', text: alt, from },
});

async function fetched(store: Store, id: string, left: number): Promise<Shown | undefined> {
  const found = await store.attachment(id);
  if (!found || found.facts.bytes > Math.min(most.bytes, left)) return undefined;
  const bytes = await buffer(found.open());
  const sized = pictureSize(bytes);
  return sized && { ...sized, bytes, type: found.facts.type };
}
