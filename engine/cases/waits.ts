import type { Pathway } from '../contracts/index.ts';

const found = new WeakMap<Pathway, Set<string>>();

/**
 * Whether a timescale only says when the pathway goes on by itself (a timer drawn, and no step is due by it). Such a
 * day passes; nobody is late for it.
 */
export function onlyWaits(pathway: Pathway, timescale: string): boolean {
  let waits = found.get(pathway);
  if (!waits) {
    const elements = pathway.processes.flatMap((process) => process.elements);
    const due = new Set(elements.flatMap((element) => element.timescales ?? []));
    waits = new Set(elements.flatMap((element) => element.timescale ?? []).filter((id) => !due.has(id)));
    found.set(pathway, waits);
  }
  return waits.has(timescale);
}
