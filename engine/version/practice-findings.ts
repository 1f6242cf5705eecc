import type { Beside } from './beside.ts';

interface Named {
  id: string;
  message: string;
}

/** What is shown of the practice model names blocks and columns that are really there. */
export function practiceFindings({ blocks, practice }: Beside): Named[] {
  const { map, scaling, voice, story, network } = practice ?? {};
  const missing = (view: string, block: string, columns: string[] = []): Named[] => {
    const found = blocks.find(({ id }) => id === block);
    if (!found)
      return [{ id: view, message: `What is shown as “${view}” names the block “${block}”: there is none.` }];
    return columns
      .filter((column) => !found.columns.some(({ id }) => id === column))
      .map((column) => ({
        id: view,
        message: `What is shown as “${view}” names “${column}”, which is no column of the block “${block}”.`,
      }));
  };
  const shown = map ? [...map.columns.flatMap((column) => column.blocks), ...map.below] : [];
  return [
    ...shown.flatMap((block) => missing('map', block)),
    ...(map?.pairs ? [map.pairs.of, map.pairs.with] : []).flatMap((block) =>
      missing('map', block, [map?.pairs?.by ?? '']),
    ),
    ...(scaling
      ? missing(
          'scaling',
          scaling.block,
          columnsIn(scaling, ['about', 'score', 'on', 'rater', 'name', 'children', 'why']),
        )
      : []),
    ...(voice
      ? missing('voice', voice.block, [
          ...columnsIn(voice, ['child', 'on', 'words', 'picture', 'pictureTitle', 'pictureSays']),
          ...voice.panels,
        ])
      : []),
    ...(story ? missing('story', story.block, columnsIn(story, ['child', 'picture', 'words'])) : []),
    ...(network
      ? missing('network', network.block, columnsIn(network, ['person', 'relation', 'household']))
      : []),
  ];
}

const columnsIn = <View extends object>(view: View, names: (keyof View)[]): string[] =>
  names.map((name) => String(view[name]));
