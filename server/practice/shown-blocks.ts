import type { Block, Version } from '#engine';

/** The blocks that the practice model shows of a family, in the order in which it names them; without views, all. */
export function shownBlocks({ blocks, practice }: Version): Block[] {
  const living = blocks.filter(({ part }) => part !== 'record');
  if (!practice) return living;
  const { map, scaling, voice, story, network } = practice;
  const named = [
    ...(map ? [...map.columns.flatMap((column) => column.blocks), ...map.below] : []),
    ...(map?.pairs ? [map.pairs.of, map.pairs.with] : []),
    ...[scaling, voice, story, network].flatMap((view) => view?.block ?? []),
  ];
  return [...new Set(named)].flatMap((id) => living.find((block) => block.id === id) ?? []);
}
