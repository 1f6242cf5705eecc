import type { Element, Flow, Pathway, Process } from '../contracts/index.ts';

/** Questions about how a drawing hangs together. Only elements and flows of one process are joined; stages are opened by name. */

/** A process by id: what leads out of, into and cuts short each element. */
interface Index {
  elements: Map<string, Element>;
  out: Map<string, Flow[]>;
  into: Map<string, Flow[]>;
  boundaries: Map<string, Element[]>;
  reachable: Map<string, Set<string>>;
  loops?: Set<string>[];
}

/** Made at the first question about a process and kept with it: a process that was read is not changed afterwards. */
const indexes = new WeakMap<Process, Index>();

function indexOf(process: Process): Index {
  const known = indexes.get(process);
  if (known) return known;
  const index: Index = {
    elements: new Map(process.elements.map((element) => [element.id, element])),
    out: Map.groupBy(process.flows, (flow) => flow.from),
    into: Map.groupBy(process.flows, (flow) => flow.to),
    boundaries: Map.groupBy(process.elements, (element) => element.attachedTo ?? ''),
    reachable: new Map(),
  };
  indexes.set(process, index);
  return index;
}

export const outgoing = (process: Process, id: string): Flow[] => indexOf(process).out.get(id) ?? [];

export const incoming = (process: Process, id: string): Flow[] => indexOf(process).into.get(id) ?? [];

export const elementOf = (process: Process, id: string): Element | undefined =>
  indexOf(process).elements.get(id);

/** Events that sit on an element and may cut it short. */
export const boundariesOf = (process: Process, id: string): Element[] =>
  id === '' ? [] : (indexOf(process).boundaries.get(id) ?? []);

export const processOf = (pathway: Pathway, id: string | undefined): Process | undefined =>
  pathway.processes.find((process) => process.id === id);

/** A question that splits the way; one that only brings ways together asks nothing. */
export const splits = (process: Process): Element[] =>
  process.elements.filter(
    (element) => element.kind === 'question' && outgoing(process, element.id).length > 1,
  );

export interface Placed {
  process: Process;
  element: Element;
}

/** Every element of every process, each with the process it stands in. */
export const everywhere = (pathway: Pathway): Placed[] =>
  pathway.processes.flatMap((process) => process.elements.map((element) => ({ process, element })));

/** Every step, each with the process it stands in. */
export const steps = (pathway: Pathway): Placed[] =>
  everywhere(pathway).filter(({ element }) => element.kind === 'step');

/** What can come directly after an element: the ends of its flows, and the boundary events that may cut it short. */
export const after = (process: Process, id: string): string[] => [
  ...outgoing(process, id).map((flow) => flow.to),
  ...boundariesOf(process, id).map((event) => event.id),
];

/** All that can come after an element, near or far; the element itself only when a loop leads back to it. */
export function reachable(process: Process, id: string): ReadonlySet<string> {
  const known = indexOf(process).reachable.get(id);
  if (known) return known;
  const seen = new Set(after(process, id));
  for (const next of seen) for (const further of after(process, next)) seen.add(further);
  indexOf(process).reachable.set(id, seen);
  return seen;
}

/** Loops, each as the set of elements that lie on it: from each of them a way leads back to it. */
export function loops(process: Process): ReadonlySet<string>[] {
  const index = indexOf(process);
  index.loops ??= findLoops(process);
  return index.loops;
}

function findLoops(process: Process): Set<string>[] {
  const found: Set<string>[] = [];
  for (const { id } of process.elements) {
    const ahead = reachable(process, id);
    if (!ahead.has(id) || found.some((loop) => loop.has(id))) continue;
    found.push(new Set([...ahead].filter((other) => reachable(process, other).has(id))));
  }
  return found;
}

/** Steps that can be open while this element is: itself, or all that lie inside the stage, however deep. */
export function stepsOf(pathway: Pathway, element: Element, opened: readonly string[] = []): Element[] {
  if (element.kind === 'step') return [element];
  if (element.kind !== 'stage' || opened.includes(element.process ?? '')) return [];
  return stepsInside(pathway, element.process, opened);
}

/** Steps of a process and of the stages in it, however deep. */
export function stepsInside(
  pathway: Pathway,
  id: string | undefined,
  opened: readonly string[] = [],
): Element[] {
  const process = processOf(pathway, id);
  if (!process) return [];
  return process.elements.flatMap((element) => stepsOf(pathway, element, [...opened, process.id]));
}

/** How a finding names an element: by what people read on it, or by its id when nothing is written there. */
export const called = (element: Element): string => (element.name === '' ? element.id : `“${element.name}”`);
