import type { Element, Pathway, Process } from '../contracts/index.ts';
import { after, elementOf, processOf } from './graph.ts';
import { stagesInOrder } from './stages.ts';

/** Every process once: the main one, its stages in the order of the drawing with what they hold, then the strands. */
export function processesInOrder(pathway: Pathway): Process[] {
  const told = new Map<string, Process>();
  const tell = (process: Process | undefined): void => {
    if (!process || told.has(process.id)) return;
    told.set(process.id, process);
    const stages = process.id === pathway.main ? stagesInOrder(pathway) : along(process);
    for (const { kind, process: inner } of stages) if (kind === 'stage') tell(processOf(pathway, inner));
  };
  tell(processOf(pathway, pathway.main));
  pathway.processes.filter(({ kind }) => kind === 'strand').forEach(tell);
  pathway.processes.forEach(tell);
  return [...told.values()];
}

/** The elements of a process in the order in which its lines reach them, each once. */
export function along(process: Process): Element[] {
  const order = new Map<string, Element>();
  const queue = process.elements.filter(({ kind }) => kind === 'start');
  for (let element = queue.shift(); element; element = queue.shift()) {
    if (order.has(element.id)) continue;
    order.set(element.id, element);
    queue.push(...after(process, element.id).flatMap((id) => elementOf(process, id) ?? []));
  }
  return [...order.values()];
}
