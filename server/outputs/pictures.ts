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

/** Gives a file's bytes; undefined where there is none, or it is larger than that. */
export type FetchPicture = (id: string, mostBytes: number) => Promise<Buffer | undefined>;

/** The document with its pictures fetched and named anew; one that can't be shown gives way to its words. */
export async function withPictures(
  fetch: FetchPicture,
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
      : sizedOf(await fetch(block.file, Math.min(most.bytes, most.together - together)));
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

function sizedOf(bytes: Buffer | undefined): Shown | undefined {
  const sized = bytes && pictureSize(bytes);
  return sized && { ...sized, bytes, type: sized.kind === 'jpg' ? 'image/jpeg' : `image/${sized.kind}` };
}

/** Pictures from the store. */
export function stored(store: Store): FetchPicture {
  return async (id, mostBytes) => {
    const found = await store.attachment(id);
    return found && found.facts.bytes <= mostBytes ? buffer(found.open()) : undefined;
  };
}
