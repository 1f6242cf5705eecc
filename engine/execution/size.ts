import type { Tables } from '../contracts/index.ts';
import { leaves } from './leaves.ts';

export interface Size {
  places: number;
  transitions: number;
}

/** How much there is to a pathway: places a track can be in, and ways from one to the next (one per input and set of answers). */
export function size(tables: Tables): Size & { processes: (Size & { process: string })[] } {
  const processes = Object.values(tables.tables).map(({ process, places }) => ({
    process,
    places: Object.keys(places).length,
    transitions: Object.values(places)
      .flatMap(({ next }) => Object.values(next))
      .flatMap(leaves).length,
  }));
  const total = (count: keyof Size): number => processes.reduce((sum, one) => sum + one[count], 0);
  return { processes, places: total('places'), transitions: total('transitions') };
}
