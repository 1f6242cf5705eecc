import type { Pathway } from '../../../engine/contracts/index.ts';

/** The model without its layout, in one order, with the files beside the drawing: what two ways of editing must agree on. */
export function canonical(pathway: Pathway, files: Readonly<Record<string, string>>): string {
  const processes = byId(pathway.processes).map((process) => ({
    ...process,
    elements: byId(process.elements).map((element) => inOrder({ ...element, at: undefined })),
    flows: byId(process.flows).map((flow) => inOrder({ ...flow, way: undefined })),
  }));
  const beside = Object.entries(files)
    .filter(([path]) => path !== 'pathway.bpmn')
    .sort();
  return JSON.stringify([processes, pathway.main, pathway.warnings, beside], null, 1);
}

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

const inOrder = <T extends object>(one: T): object =>
  Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
