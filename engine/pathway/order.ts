import type { Element, Pathway, Process } from '../contracts/index.ts';
import { everywhere, reachable, stepsInside, stepsOf } from './graph.ts';

/** Two steps of which the second can come after the first on one way through. */
export interface OrderedPair {
  earlier: Element;
  later: Element;
}

/**
 * All pairs of steps that can follow one another. What lies inside a stage is compared with what comes after the
 * stage, so a process called from two places does not join the ways of its callers. A strand comes after the step or
 * end whose message starts it, and after what comes before that in its stage.
 */
export function orderedSteps(pathway: Pathway): OrderedPair[] {
  const pairs = new Map<string, OrderedPair>();
  const add = (earlier: Element, laters: Element[]): void => {
    for (const later of laters) pairs.set(`${earlier.id} ${later.id}`, { earlier, later });
  };
  for (const process of pathway.processes) {
    const inside = new Map(process.elements.map((element) => [element.id, stepsOf(pathway, element)]));
    for (const { id } of process.elements) {
      const own = inside.get(id) ?? [];
      if (own.length === 0) continue;
      const laters = [...reachable(process, id)].flatMap((next) => inside.get(next) ?? []);
      for (const earlier of own) add(earlier, laters);
    }
  }
  for (const strand of pathway.processes) {
    const started = strand.kind === 'strand' ? stepsInside(pathway, strand.id) : [];
    for (const earlier of stepsBefore(pathway, strand)) add(earlier, started);
  }
  return [...pairs.values()];
}

/** Steps that are done, in the stage that gives the message, before a strand starts. */
function stepsBefore(pathway: Pathway, strand: Process): Element[] {
  if (strand.message === undefined) return [];
  return everywhere(pathway)
    .filter(({ element }) => element.sends === strand.message)
    .flatMap(({ process, element: sender }) =>
      process.elements
        .filter(({ id }) => id === sender.id || reachable(process, id).has(sender.id))
        .flatMap((element) => stepsOf(pathway, element)),
    );
}
