import type { Element, Pathway } from '../contracts/index.ts';
import { reachable, stepsOf } from './graph.ts';

/** Two steps of which the second can come after the first on one way through. */
export interface OrderedPair {
  earlier: Element;
  later: Element;
}

/**
 * All pairs of steps that can follow one another. What lies inside a stage is compared with what comes after the
 * stage, so a process called from two places does not join the ways of its callers.
 */
export function orderedSteps(pathway: Pathway): OrderedPair[] {
  const pairs = new Map<string, OrderedPair>();
  for (const process of pathway.processes) {
    const inside = new Map(process.elements.map((element) => [element.id, stepsOf(pathway, element)]));
    for (const { id } of process.elements) {
      for (const next of reachable(process, id)) {
        for (const earlier of inside.get(id) ?? []) {
          for (const later of inside.get(next) ?? [])
            pairs.set(`${earlier.id} ${later.id}`, { earlier, later });
        }
      }
    }
  }
  return [...pairs.values()];
}
