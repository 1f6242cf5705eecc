import { stageTo } from './aim.ts';
import type { Aim } from './aim.ts';
import { sameSet } from './old-nodes.ts';
import type { OldNode } from './old-nodes.ts';
import type { PlaceChoice } from './plan.ts';
import { processAt } from './ways-in.ts';

/** A table of the old version seen from the new one: what leads to it there, and what a person chose for it. */
export interface Follows {
  node: OldNode;
  way: string[];
  /** the process that follows; undefined when the new drawing has none there */
  process: string | undefined;
  /** stages open in it that nothing is left of: done, or said to be done */
  done: string[];
  choice: PlaceChoice | undefined;
  /** nothing that is open in it goes on */
  isEmpty: boolean;
  /** seen from the table around it, the stage is done */
  isDone: boolean;
}

/** What follows each table, in the order of `nodes`. A stage inside is looked at before the one around it. */
export function followsOf(aim: Aim, root: string, nodes: OldNode[]): Follows[] {
  return nodes.reduceRight<Follows[]>((inside, node) => [followOf(aim, root, node, inside), ...inside], []);
}

function followOf({ plan, to }: Aim, root: string, node: OldNode, inside: Follows[]): Follows {
  const stages = inside.filter(({ node: { way } }) => isJustInside(way, node.way));
  const done = stages.filter(({ isDone }) => isDone).map((stage) => stage.node.way.at(-1) ?? '');
  const choice = plan.places.find(
    (one) => one.process === node.process && sameSet(one.open, node.open) && sameSet(one.done ?? [], done),
  );
  const isGone = (id: string): boolean => {
    const maps = plan.steps.filter(({ from }) => from === id);
    return maps.length > 0 && maps.every((map) => map.to === null);
  };
  const way = node.way.map((id) => stageTo(plan, id));
  const isThere = way.every((id): id is string => id !== null);
  const process = isThere ? processAt(to.pathway, root, way) : undefined;
  const isEmpty = node.leaves.every(({ id }) => isGone(id)) && done.length === stages.length;
  const isSaidDone = choice ? choice.to.length === 0 : way.at(-1) === null;
  return {
    ...{ node, way: isThere ? way : [], process, done, choice, isEmpty },
    isDone: isSaidDone || (!choice && isEmpty && process === undefined),
  };
}

const isJustInside = (way: string[], around: string[]): boolean =>
  way.length === around.length + 1 && around.every((id, at) => way[at] === id);
