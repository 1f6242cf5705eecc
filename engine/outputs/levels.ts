import type { DocumentBlock } from '../contracts/index.ts';

/**
 * Headings under which nothing stands are taken away, and the others leave no level out: a reader who hears the
 * document goes from heading to heading.
 */
export function levelled(blocks: DocumentBlock[]): DocumentBlock[] {
  const kept = blocks.filter(
    (block, at) => block.kind !== 'heading' || holds(blocks.slice(at + 1), block.level),
  );
  let last = 1;
  return kept.map((block) => {
    if (block.kind !== 'heading') return block;
    last = Math.min(block.level, last + 1);
    return { ...block, level: last as 2 | 3 | 4 };
  });
}

/** Whether something stands below a heading before the next of its level or above. */
function holds(rest: DocumentBlock[], level: number): boolean {
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= level);
  const under = end < 0 ? rest : rest.slice(0, end);
  return under.some(({ kind }) => kind !== 'heading' && kind !== 'page-break');
}
