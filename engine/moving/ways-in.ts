import type { Pathway } from '../contracts/index.ts';

/** Stages from the outermost inward that lead to an element, seen from the process a track is in. */
export type WayIn = string[];

const known = new WeakMap<Pathway, Map<string, Map<string, WayIn[]>>>();

/**
 * By element: every way in which it can lie inside this process. What several stages call lies there in several ways;
 * what stands in another strand, in none.
 */
export function waysIn(pathway: Pathway, root: string): ReadonlyMap<string, WayIn[]> {
  const byRoot = known.get(pathway) ?? new Map<string, Map<string, WayIn[]>>();
  known.set(pathway, byRoot);
  const found = byRoot.get(root) ?? walk(pathway, root, [], [], new Map());
  byRoot.set(root, found);
  return found;
}

function walk(
  pathway: Pathway,
  id: string,
  above: WayIn,
  opened: string[],
  found: Map<string, WayIn[]>,
): Map<string, WayIn[]> {
  const process = pathway.processes.find((one) => one.id === id);
  if (!process || opened.includes(id)) return found;
  for (const element of process.elements) {
    found.set(element.id, [...(found.get(element.id) ?? []), above]);
    if (element.kind !== 'stage' || !element.process) continue;
    walk(pathway, element.process, [...above, element.id], [...opened, id], found);
  }
  return found;
}

/** The process that a way in ends in; undefined when the drawing has no such way. */
export function processAt(pathway: Pathway, root: string, way: WayIn): string | undefined {
  let at: string | undefined = pathway.processes.some(({ id }) => id === root) ? root : undefined;
  for (const stage of way) {
    const process = pathway.processes.find(({ id }) => id === at);
    at = process?.elements.find(({ id, kind }) => id === stage && kind === 'stage')?.process;
    if (at === undefined) return undefined;
  }
  return at;
}
