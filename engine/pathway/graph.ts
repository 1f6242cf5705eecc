import type { Element, Flow, Pathway, Process } from '../contracts/index.ts';

/** Questions about how a drawing hangs together. Only elements and flows of one process are joined; stages are opened by name. */

export const outgoing = (process: Process, id: string): Flow[] =>
  process.flows.filter((flow) => flow.from === id);

export const incoming = (process: Process, id: string): Flow[] =>
  process.flows.filter((flow) => flow.to === id);

export const elementOf = (process: Process, id: string): Element | undefined =>
  process.elements.find((element) => element.id === id);

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
export function after(process: Process, id: string): string[] {
  const cutShort = process.elements
    .filter((element) => element.attachedTo === id)
    .map((element) => element.id);
  return [...outgoing(process, id).map((flow) => flow.to), ...cutShort];
}

/** All that can come after an element, near or far; the element itself only when a loop leads back to it. */
export function reachable(process: Process, id: string): Set<string> {
  const seen = new Set<string>();
  const queue = after(process, id);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...after(process, next));
  }
  return seen;
}

/** Loops, each as the set of elements that lie on it: from each of them a way leads back to it. */
export function loops(process: Process): Set<string>[] {
  const ahead = new Map(process.elements.map(({ id }) => [id, reachable(process, id)]));
  const found: Set<string>[] = [];
  for (const { id } of process.elements) {
    if (!ahead.get(id)?.has(id) || found.some((loop) => loop.has(id))) continue;
    found.push(new Set([...(ahead.get(id) ?? [])].filter((other) => ahead.get(other)?.has(id))));
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
