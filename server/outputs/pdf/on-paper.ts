import { ownLanguage, sketchOf } from '#engine';
import type { OutputDocument } from '#engine';
import { isTurned } from '../turned.ts';
import type { PaperBlock, PaperDocument } from './order.ts';

/** The document as it is laid out: drawings as shapes; what has a turned sheet of its own takes its heading there. */
export function onPaper(document: OutputDocument): PaperDocument {
  const blocks: PaperBlock[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'genogram') {
      blocks.push(block);
      continue;
    }
    const { from, alt } = block;
    const sketch = sketchOf(block);
    const turned = isTurned(sketch.width);
    const before = blocks.at(-1);
    const heading = turned && before?.kind === 'heading' ? before : undefined;
    if (heading) blocks.pop();
    blocks.push({ kind: 'sketch', from, alt, sketch, turned, ...(heading ? { heading } : {}) });
  }
  return { ...document, blocks, own: ownLanguage };
}
