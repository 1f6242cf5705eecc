import type { Host } from '../host.ts';
import { allDocuments } from '../store/port.ts';
import { whoseAll, type OutputOpinion } from './shared-output.ts';

/** Of fewer families than these answers could be told apart, however many one of them gave. */
const fewest = 6;

/**
 * What people said of a document, by the layout and the version it was made by, for whoever designs it: how many, the
 * middle answer, and the words of those who let them be read, without names. Of fewer than six families nothing is told
 * but that there are some.
 */
export async function opinionsPage({ store, versions }: Host, output?: string) {
  const [found, published] = await Promise.all([
    allDocuments<OutputOpinion>(store, { kind: 'output-opinion', ...(output ? { owner: output } : {}) }),
    versions.list(),
  ]);
  const all = found.map(({ body }) => body);
  const by = Map.groupBy(all, (one) => JSON.stringify([one.output, one.version]));
  return [...by.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { version } = first;
    return {
      ...{ output: first.output },
      version: { id: version, name: published.find(({ id }) => id === version)?.name ?? version },
      groups: whoseAll.flatMap((whose) => groupOf(whose, same)),
    };
  });
}

interface GroupSays {
  whose: OutputOpinion['whose'];
  /** they are of fewer families than this */
  fewer?: number;
  count?: number;
  helpful?: number;
  clear?: number;
  words?: string[];
}

function groupOf(whose: OutputOpinion['whose'], all: OutputOpinion[]): GroupSays[] {
  const own = all.filter((one) => one.whose === whose);
  if (own.length === 0) return [];
  if (new Set(own.map((one) => one.case)).size < fewest) return [{ whose, fewer: fewest }];
  return [
    {
      ...{ whose, count: own.length },
      helpful: median(own.map(({ helpful }) => helpful)),
      clear: median(own.map(({ clear }) => clear)),
      // by their text: neither when something was said nor in which order tells whose it is
      words: own.flatMap(({ readable }) => readable ?? []).sort((a, b) => a.localeCompare(b)),
    },
  ];
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}
