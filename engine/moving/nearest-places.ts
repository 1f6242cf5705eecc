import { inputKey } from '../execution/input-key.ts';
import { leaves } from '../execution/leaves.ts';
import { tableOf } from '../execution/table-of.ts';
import { targetsOf } from './aim.ts';
import type { Aim } from './aim.ts';
import type { Follows } from './follows.ts';
import type { Goal, GoalItem } from './goal.ts';
import type { OldNode } from './old-nodes.ts';
import { openSet, sameSet } from './old-nodes.ts';
import type { NearPlace } from './trouble.ts';

/** More than this nobody weighs against each other. */
const most = 6;

/**
 * Places of the new version that come close to what would be open: first where the old drawing would have led had the
 * missing steps been done, then the fewest closed and opened.
 */
export function nearestPlaces(aim: Aim, goal: Goal): NearPlace[] {
  if (!goal.was) return [];
  const { node } = goal.was;
  const table = aim.to.tables.tables[goal.process];
  const next = nextOpen(aim, goal, node);
  const sets = uniqueSets(Object.values(table?.places ?? {}).map(({ open }) => openSet(open)));
  const was = goal.was;
  const near = sets.map((to) => nearPlace(aim, goal, was, to, next.sets));
  // a stage or strand may be done with it; the work with a child never ends by a move
  const mayEnd = next.ends && node.process !== aim.from.pathway.main;
  const done = nearPlace(aim, goal, was, [], mayEnd ? [[]] : []);
  return [...near, ...(done.next ? [done] : [])]
    .map((place, at) => ({ place, at }))
    .sort((a, b) => rank(a.place) - rank(b.place) || a.at - b.at)
    .slice(0, most)
    .map(({ place }) => place);
}

/** Closing what somebody works at weighs a little more than opening something. */
const rank = ({ next, closes, opens }: NearPlace): number =>
  (next ? 0 : 1000) + 3 * closes.length + 2 * opens.length;

function nearPlace(aim: Aim, goal: Goal, { node, done }: Follows, to: string[], next: string[][]): NearPlace {
  const { process, open } = node;
  return {
    choice: { process, open, ...(done.length > 0 ? { done } : {}), to },
    closes: open.filter((id) => !to.some((target) => follows(aim, goal, node, id, target))),
    opens: to.filter((id) => !goal.items.has(id)),
    next: next.some((set) => sameSet(set, to)),
  };
}

/** Whether what is open here goes on there: as itself, or inside a stage that now stands around it. */
function follows(aim: Aim, goal: Goal, { way }: OldNode, id: string, target: string): boolean {
  const path = [...way, id].join('/');
  const cameFrom = (item: GoalItem | undefined): string[] =>
    item ? [...item.from, ...[...(item.inside?.items.values() ?? [])].flatMap(cameFrom)] : [];
  const isOwn = cameFrom(goal.items.get(target)).some((one) => one === path || one.startsWith(`${path}/`));
  return isOwn || targetsOf(aim, id).includes(target);
}

/** What would be open had everything that is gone been done in the old version; and whether the process would end. */
function nextOpen(aim: Aim, goal: Goal, node: OldNode): { sets: string[][]; ends: boolean } {
  const table = tableOf(aim.from.tables, node.process);
  const gone = (table.places[node.place]?.open ?? [])
    .filter(({ id }) => node.open.includes(id))
    .filter(({ id }) => ![...goal.items.keys()].some((target) => follows(aim, goal, node, id, target)));
  let ends = false;
  let places = gone.length > 0 ? [node.place] : [];
  for (const item of gone) {
    places = places.flatMap((place) => {
      const branch = table.places[place]?.next[inputKey(item)];
      const led = branch ? leaves(branch).map(({ to }) => to) : [];
      ends ||= led.includes(null);
      return led.filter((to) => to !== null);
    });
  }
  const sets = places.flatMap((place) => {
    const open = openSet(table.places[place]?.open ?? []).map((id) => targetsOf(aim, id));
    return open.some((targets) => targets.length === 0) ? [] : [open.flat()];
  });
  return { sets, ends };
}

function uniqueSets(sets: string[][]): string[][] {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}
