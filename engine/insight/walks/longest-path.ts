import { begin, end } from './drawn-graph.ts';
import type { Edge, PlaceGraph } from './drawn-graph.ts';

interface Loop {
  from: string;
  back: Edge;
}

/**
 * A long way from the begin to an end: the one that weighs most without going round, and then every loop on it once
 * more, each by its own longest round. To find the longest of all ways with rounds is beyond any machine; this one is
 * walked really, and is the same every time.
 */
export function longestPath(graph: PlaceGraph, weigh: (edge: Edge) => number): Edge[] | null {
  const { onward, order, loops } = withoutRounds(graph);
  const path = heaviest(onward, order, begin, end, weigh);
  if (!path) return null;
  const rounds = loops.flatMap(({ from, back }) => {
    const round = heaviest(onward, order, back.to, from, weigh);
    return round ? [{ at: back.to, edges: [...round, back] }] : [];
  });
  const walked: Edge[] = [];
  const gone = new Set<(typeof rounds)[number]>();
  for (const [at, edge] of path.entries()) {
    const place = at === 0 ? begin : (path[at - 1]?.to ?? begin);
    for (const round of rounds) {
      if (round.at !== place || gone.has(round)) continue;
      gone.add(round);
      walked.push(...round.edges);
    }
    walked.push(edge);
  }
  return walked;
}

/** The graph without the ways that lead back to a place one came from, its places in an order in which all lead on. */
function withoutRounds(graph: PlaceGraph): { onward: PlaceGraph; order: string[]; loops: Loop[] } {
  const onward: PlaceGraph = new Map();
  const order: string[] = [];
  const loops: Loop[] = [];
  const under = new Set<string>();
  const todo: { place: string; at: number }[] = [{ place: begin, at: 0 }];
  under.add(begin);
  onward.set(begin, []);
  for (let here = todo.at(-1); here; here = todo.at(-1)) {
    const edge = graph.get(here.place)?.[here.at];
    here.at += 1;
    if (!edge) {
      under.delete(here.place);
      order.unshift(here.place);
      todo.pop();
    } else if (under.has(edge.to)) {
      loops.push({ from: here.place, back: edge });
    } else {
      onward.get(here.place)?.push(edge);
      if (onward.has(edge.to)) continue;
      onward.set(edge.to, []);
      under.add(edge.to);
      todo.push({ place: edge.to, at: 0 });
    }
  }
  return { onward, order, loops };
}

function heaviest(
  onward: PlaceGraph,
  order: string[],
  from: string,
  to: string,
  weigh: (edge: Edge) => number,
): Edge[] | null {
  const best = new Map<string, { weight: number; by?: { edge: Edge; from: string } }>([
    [from, { weight: 0 }],
  ]);
  for (const place of order.slice(Math.max(order.indexOf(from), 0))) {
    const here = best.get(place);
    if (!here || place === to) continue;
    for (const edge of onward.get(place) ?? []) {
      const weight = here.weight + weigh(edge);
      if (weight > (best.get(edge.to)?.weight ?? -1))
        best.set(edge.to, { weight, by: { edge, from: place } });
    }
  }
  if (!best.has(to)) return null;
  const path: Edge[] = [];
  for (let by = best.get(to)?.by; by; by = best.get(by.from)?.by) path.unshift(by.edge);
  return path;
}
