import { begin, end } from './drawn-graph.ts';
import type { Edge, PlaceGraph } from './drawn-graph.ts';

/** The way from the begin to an end that weighs least; null when no end can be come to. */
export function shortestPath(graph: PlaceGraph, weigh: (edge: Edge) => number): Edge[] | null {
  const best = new Map<string, { weight: number; path: Edge[] }>([[begin, { weight: 0, path: [] }]]);
  const todo = new Set([begin]);
  const done = new Set<string>();
  for (;;) {
    let place: string | undefined;
    for (const key of todo) {
      if (place === undefined || weightAt(best, key) < weightAt(best, place)) place = key;
    }
    if (place === undefined) return null;
    const here = best.get(place);
    if (place === end) return here?.path ?? null;
    todo.delete(place);
    done.add(place);
    for (const edge of graph.get(place) ?? []) {
      const weight = weightAt(best, place) + weigh(edge);
      if (done.has(edge.to) || weight >= weightAt(best, edge.to)) continue;
      best.set(edge.to, { weight, path: [...(here?.path ?? []), edge] });
      todo.add(edge.to);
    }
  }
}

const weightAt = (best: Map<string, { weight: number }>, key: string): number =>
  best.get(key)?.weight ?? Number.POSITIVE_INFINITY;
