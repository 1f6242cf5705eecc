import type { OpenItem, OpenStep, Tables, Track } from '../contracts/index.ts';
import { placeOf } from './table-of.ts';

/**
 * Everything a track waits for, in the order of the drawing, from the outermost stage inward. A stage that is
 * under way is not itself waited for; one whose process has no table is (the host gives its return).
 */
export function openSteps(tables: Tables, track: Track): OpenStep[] {
  return openBelow(tables, track, '');
}

function openBelow(tables: Tables, track: Track, above: string): OpenStep[] {
  return placeOf(tables, track).open.flatMap((item) => {
    const path = above + item.id;
    const child = track.children[item.id];
    return child ? openBelow(tables, child, `${path}/`) : [at(item, path)];
  });
}

const at = (item: OpenItem, path: string): OpenStep => ({ ...item, path });
