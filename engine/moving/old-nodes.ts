import type { OpenItem, Tables, Track } from '../contracts/index.ts';
import { placeOf } from '../execution/table-of.ts';

/** One table of a child's place in the old version: what is open in it, and the stages that lead to it. */
export interface OldNode {
  way: string[];
  process: string;
  place: string;
  /** without what only sits on a border; sorted, so that it names the place */
  open: string[];
  leaves: Leaf[];
}

/** Something open that holds nothing inside: a step, a wait, or a stage whose process nobody compiled. */
export interface Leaf {
  id: string;
  kind: OpenItem['kind'];
  way: string[];
  path: string;
}

/** A child's place, table by table from the outermost inward. */
export function oldNodes(tables: Tables, track: Track, way: string[] = []): OldNode[] {
  const items = placeOf(tables, track).open.filter(({ attachedTo }) => attachedTo === undefined);
  const own: OldNode = {
    ...{ way, process: track.process, place: track.place },
    open: openSet(items),
    leaves: items
      .filter(({ id }) => !track.children[id])
      .map(({ id, kind }) => ({ id, kind, way, path: [...way, id].join('/') })),
  };
  const inside = items.flatMap(({ id }) => {
    const child = track.children[id];
    return child ? oldNodes(tables, child, [...way, id]) : [];
  });
  return [own, ...inside];
}

/** What is open in a place, as its name: ids without what sits on a border, sorted. */
export const openSet = (items: OpenItem[]): string[] =>
  items
    .filter(({ attachedTo }) => attachedTo === undefined)
    .map(({ id }) => id)
    .sort();

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n');
