import { stageTo } from './aim.ts';
import type { Aim } from './aim.ts';
import { followsOf } from './follows.ts';
import type { Follows } from './follows.ts';
import type { Leaf, OldNode } from './old-nodes.ts';
import { troubleAt } from './trouble.ts';
import type { Stands, Trouble } from './trouble.ts';
import { processAt, waysIn } from './ways-in.ts';

/** What shall be open in one table of the new version, and inside the stages that are open in it. */
export interface Goal {
  way: string[];
  process: string;
  items: Map<string, GoalItem>;
  /** the table of the old version that this one follows */
  was?: Follows;
}

/** `from`: paths of what was open in the old version and goes on here; empty where it opens anew. */
export interface GoalItem {
  from: string[];
  inside?: Goal;
}

/** The goal of one track; null when a person chose that nothing of it is left open. */
export function goalOf(aim: Aim, root: string, nodes: OldNode[]): { goal: Goal | null; troubles: Trouble[] } {
  const follows = followsOf(aim, root, nodes);
  const goal: Goal = { way: [], process: root, items: new Map() };
  const building: Building = { aim, root, goal, follows, troubles: [] };
  for (const leaf of nodes.flatMap(({ leaves }) => leaves)) putLeaf(building, leaf);
  for (const { way, process, choice, isEmpty } of follows) {
    if (process === undefined || !isChosen(building, way)) continue;
    if (choice) for (const id of choice.to) openHere(goalAt(building, way), id);
    // nothing is left in a stage that the new drawing still has: whether it is done is for a person to say
    else if (isEmpty) goalAt(building, way);
  }
  for (const one of follows) {
    const there = one.process === undefined ? undefined : existing(goal, one.way);
    if (there) there.was ??= one;
  }
  const isDone = follows.some(({ way, choice }) => way.length === 0 && choice?.to.length === 0);
  return { goal: isDone ? null : goal, troubles: building.troubles };
}

interface Building {
  aim: Aim;
  root: string;
  goal: Goal;
  follows: Follows[];
  troubles: Trouble[];
}

/** Puts a leaf where the plan says; what counts as done, nowhere. */
function putLeaf(building: Building, leaf: Leaf): void {
  const maps = building.aim.plan.steps.filter(({ from }) => from === leaf.id);
  if (maps.length === 0 && !isLeftOut(building, leaf)) {
    building.troubles.push(troubleAt(building.aim, 'not-mapped', nodeOf(building, leaf), leaf.id));
  }
  for (const { to } of maps) if (to !== null) put(building, leaf, to);
}

/** A choice for the place, or for one around it, leaves the leaf out. */
function isLeftOut({ aim, follows }: Building, leaf: Leaf): boolean {
  return follows.some(({ node, choice }) => {
    if (!choice || !node.way.every((id, at) => leaf.way[at] === id)) return false;
    const next = leaf.way[node.way.length];
    return next === undefined || !choice.to.includes(stageTo(aim.plan, next) ?? '');
  });
}

function put(building: Building, leaf: Leaf, target: string): void {
  const { aim, root, troubles } = building;
  const ways = waysIn(aim.to.pathway, root).get(target) ?? [];
  if (ways.length === 0) {
    troubles.push(troubleAt(aim, 'elsewhere', nodeOf(building, leaf), leaf.id, target));
    return;
  }
  const free = ways.filter((way) => isChosen(building, [...way, target]));
  if (free.length === 0) return;
  const preferred = leaf.way.map((id) => stageTo(aim.plan, id) ?? id);
  const way = nearestWay(free, preferred);
  if (!way) troubles.push(troubleAt(aim, 'two-ways', nodeOf(building, leaf), leaf.id, target));
  else openHere(goalAt(building, way), target, leaf.path);
}

/** Whether the choices made for the places around agree that something stands here. */
function isChosen({ follows }: Building, way: string[]): boolean {
  return follows.every(({ choice, process, way: above }) => {
    if (!choice || process === undefined) return true;
    const isAbove = above.length <= way.length && above.every((id, at) => way[at] === id);
    if (!isAbove) return true;
    const next = way[above.length];
    return next === undefined ? choice.to.length > 0 || above.length === 0 : choice.to.includes(next);
  });
}

/** The way that shares most with the one before; undefined when two do. */
function nearestWay(ways: string[][], preferred: string[]): string[] | undefined {
  const shared = (way: string[]): number => {
    const differs = way.findIndex((id, at) => preferred[at] !== id);
    return differs < 0 ? way.length : differs;
  };
  const exact = ways.find((way) => way.join('/') === preferred.join('/'));
  const most = Math.max(...ways.map(shared));
  const best = ways.filter((way) => shared(way) === most);
  return exact ?? (best.length === 1 ? best[0] : undefined);
}

function goalAt({ aim, root, goal }: Building, way: string[]): Goal {
  let at = goal;
  way.forEach((id, depth) => {
    const item = at.items.get(id) ?? { from: [] };
    const inside = way.slice(0, depth + 1);
    const process = processAt(aim.to.pathway, root, inside);
    if (process === undefined) throw new Error(`the new drawing has no stage at ${inside.join('/')}`);
    item.inside ??= { way: inside, process, items: new Map() };
    at.items.set(id, item);
    at = item.inside;
  });
  return at;
}

function existing(goal: Goal, way: string[]): Goal | undefined {
  let at: Goal | undefined = goal;
  for (const id of way) at = at?.items.get(id)?.inside;
  return at;
}

function openHere(goal: Goal, id: string, from?: string): void {
  const item = goal.items.get(id) ?? { from: [] };
  if (from !== undefined) item.from.push(from);
  goal.items.set(id, item);
}

function nodeOf({ follows }: Building, leaf: Leaf): Stands {
  const found = follows.find(({ node }) => node.leaves.includes(leaf));
  if (!found) throw new Error(`nothing holds ${leaf.path}`);
  return { ...found.node, done: found.done };
}
