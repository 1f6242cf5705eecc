import type { Pathway } from '../contracts/index.ts';
import { parseFeel } from '../forms/index.ts';

const found = new WeakMap<Pathway, Set<string>>();

/** Terms that the drawing's questions read: an answer to one of them decides the way. */
export function decidingTerms(pathway: Pathway): Set<string> {
  let terms = found.get(pathway);
  if (!terms) {
    const conditions = pathway.processes.flatMap((one) => one.flows).flatMap((flow) => flow.condition ?? []);
    terms = new Set(conditions.flatMap((condition) => namesIn(condition)));
    found.set(pathway, terms);
  }
  return terms;
}

function namesIn(condition: string): string[] {
  const parsed = parseFeel(condition);
  return parsed.ok ? parsed.reads : [];
}
