import type { Pathway } from '#engine/browser';
import type { Target } from './operation.ts';

/** What an id of the drawing means: a stage by its element, where one holds it. */
export function targetOf(pathway: Pathway, id: string): Target | undefined {
  for (const process of pathway.processes) {
    const element = process.elements.find((one) => one.id === id);
    if (element) return { kind: 'element', id, element, process };
    const flow = process.flows.find((one) => one.id === id);
    if (flow) return { kind: 'line', id, flow, process };
  }
  const process = pathway.processes.find((one) => one.id === id);
  return process ? { kind: 'whole', id, process } : undefined;
}
