import type { CaseTrack, Decide, Place, Table, Track } from '../contracts/index.ts';
import { openSteps, step } from '../execution/index.ts';
import { stageTo } from './aim.ts';
import type { Aim } from './aim.ts';
import { goalOf } from './goal.ts';
import type { Goal } from './goal.ts';
import { nearestPlaces } from './nearest-places.ts';
import { oldNodes, openSet, sameSet } from './old-nodes.ts';
import type { OldNode } from './old-nodes.ts';
import { troubleAt } from './trouble.ts';
import type { Stands, Trouble } from './trouble.ts';

/** Where one child's track comes to stand in the new version, or why it needs a person. */
export type TrackLanding = { track: string; child: string } & (
  | {
      kind: 'lands';
      process: string;
      to: Track;
      /** what goes on: path in the old version, path in the new one */
      steps: { from: string; to: string }[];
      /** steps that were open and go nowhere (old paths); steps that open with the move (new paths) */
      closed: string[];
      opened: string[];
    }
  | { kind: 'ends'; closed: string[] }
  | { kind: 'needs-a-person'; troubles: Trouble[] }
);

/**
 * Where a track stands in the new version. Mapping goes table by table: what is open is mapped by the plan, and each
 * table, from the outermost inward, must have a place with exactly that open. `decide` answers questions that are met
 * where a person chose that a stage begins anew.
 */
export function landTrack(aim: Aim, { id, child, process, track }: CaseTrack, decide: Decide): TrackLanding {
  const landing = { track: id, child };
  if (!track) return { ...landing, kind: 'ends', closed: [] };
  const nodes = oldNodes(aim.from.tables, track);
  const closes = openSteps(aim.from.tables, track).filter(({ kind }) => kind === 'step');
  const ends = (): TrackLanding => ({ ...landing, kind: 'ends', closed: closes.map(({ path }) => path) });
  const root = strandTo(aim, process);
  if (root === null) return ends();
  if (root === undefined) {
    const trouble = troubleAt(aim, 'no-strand', { process, open: nodes[0]?.open ?? [], done: [] }, process);
    return { ...landing, kind: 'needs-a-person', troubles: [trouble] };
  }
  const { goal, troubles } = goalOf(aim, root, nodes);
  if (!goal && troubles.length === 0) return ends();
  const resolving: Resolving = { aim, decide, nodes, troubles };
  // what no mapping brings anywhere is said first: until then a goal is not whole
  const to = goal && troubles.length === 0 ? resolve(resolving, goal, []) : null;
  if (!goal || !to || troubles.length > 0) {
    const shown = troubles.map((trouble) => (goal ? withPlaces(aim, goal, nodes, trouble) : trouble));
    return { ...landing, kind: 'needs-a-person', troubles: shown };
  }
  const steps = goingOn(goal);
  const opens = openSteps(aim.to.tables, to).filter(({ kind }) => kind === 'step');
  return {
    ...{ ...landing, kind: 'lands', process: root, to, steps },
    closed: closes.filter(({ path }) => !steps.some(({ from }) => from === path)).map(({ path }) => path),
    opened: opens.filter(({ path }) => !steps.some((one) => one.to === path)).map(({ path }) => path),
  };
}

/** The process that follows the one a track is in; null: it is done; undefined: nobody said. */
function strandTo({ plan, from, to }: Aim, process: string): string | null | undefined {
  if (process === from.pathway.main) return to.pathway.main;
  const map = plan.strands.find((one) => one.from === process);
  const isThere = map?.to === null || to.pathway.processes.some(({ id }) => id === map?.to);
  return isThere ? map?.to : undefined;
}

interface Resolving {
  aim: Aim;
  decide: Decide;
  nodes: OldNode[];
  troubles: Trouble[];
}

/** Shows with a trouble the places that are near, in its own table or the innermost around it that the drawing still has. */
function withPlaces(aim: Aim, goal: Goal, nodes: OldNode[], trouble: Trouble): Trouble {
  if (trouble.nearest.length > 0) return trouble;
  const node = nodes.find(({ process, open }) => process === trouble.process && sameSet(open, trouble.open));
  const chain = goalsAlong(
    goal,
    (node?.way ?? []).map((id) => stageTo(aim.plan, id) ?? id),
  );
  const about = chain.findLast(({ was }) => was !== undefined);
  return about ? { ...trouble, nearest: nearestPlaces(aim, about) } : trouble;
}

function goalsAlong(goal: Goal, way: string[]): Goal[] {
  const [id, ...rest] = way;
  const inside = id === undefined ? undefined : goal.items.get(id)?.inside;
  return [goal, ...(inside ? goalsAlong(inside, rest) : [])];
}

/** Finds the place of a table that has exactly the goal's items open, and those of the stages inside it. */
function resolve(resolving: Resolving, goal: Goal, around: Goal[]): Track | null {
  const { aim, troubles } = resolving;
  const table = aim.to.tables.tables[goal.process];
  const found = table ? placesFor(table, goal) : [];
  const [first] = found;
  if (!table || !first || found.length > 1) {
    const about = [...around, goal].findLast(({ was }) => was !== undefined) ?? goal;
    const stands = standsAt(about, resolving);
    const trouble = troubleAt(
      aim,
      first ? 'two-places' : 'no-place',
      stands,
      stands.open[0] ?? stands.process,
    );
    troubles.push({ ...trouble, nearest: nearestPlaces(aim, about) });
    return null;
  }
  const [place, { open }] = first;
  const track: Track = { process: goal.process, place, children: {} };
  for (const { id, kind, process } of open) {
    if (kind !== 'call' || !process || !aim.to.tables.tables[process]) continue;
    const inside = goal.items.get(id)?.inside;
    const child = inside
      ? resolve(resolving, inside, [...around, goal])
      : begin(resolving, process, goal, id);
    if (child) track.children[id] = child;
  }
  return track;
}

function begin(resolving: Resolving, process: string, goal: Goal, id: string): Track | null {
  const { aim, decide, troubles } = resolving;
  const begun = step(aim.to.tables, null, { kind: 'start', process }, decide)?.track ?? null;
  const stands = standsAt(goal, resolving);
  if (!begun) troubles.push(troubleAt(aim, 'ends-at-once', stands, stands.process, id));
  return begun;
}

/** The table of the old version that a goal follows; for a stage that is new, the outermost. */
function standsAt({ was }: Goal, { nodes }: Resolving): Stands {
  if (was) return { ...was.node, done: was.done };
  const [outermost] = nodes;
  if (!outermost) throw new Error('a track without a table');
  return { ...outermost, done: [] };
}

/**
 * Places with exactly these open. A place that in the same drawing has the same name comes before another with the
 * same open. Where only waits were added beside (more news that may come), the place that also waits for it.
 */
function placesFor({ places }: Table, goal: Goal): [string, Place][] {
  const wanted = [...goal.items.keys()];
  const all = Object.entries(places);
  const exact = all.filter(([, { open }]) => sameSet(openSet(open), wanted));
  const same = exact.filter(([key]) => key === goal.was?.node.place);
  if (exact.length > 0 || wanted.length === 0) return same.length > 0 ? same : exact;
  const wider = all.filter(([, { open }]) => {
    const own = open.filter(({ attachedTo }) => attachedTo === undefined);
    const waits = own.filter(({ kind }) => kind === 'timer' || kind === 'message');
    const more = waits.filter(({ id }) => !wanted.includes(id)).map(({ id }) => id);
    return more.length > 0 && sameSet(openSet(own), [...wanted, ...more]);
  });
  return wider;
}

function goingOn(goal: Goal): { from: string; to: string }[] {
  return [...goal.items].flatMap(([id, { from, inside }]) => {
    const to = [...goal.way, id].join('/');
    return [...from.map((one) => ({ from: one, to })), ...(inside ? goingOn(inside) : [])];
  });
}
