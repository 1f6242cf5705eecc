import type { Pathway } from '../../../engine/contracts/index.ts';

type Files = Readonly<Record<string, string>>;

/** What two ways of editing must agree on: the model without its layout, in one order, and which files are others now. */
export function canonical(pathway: Pathway, files: Files, opened: Files): string {
  const processes = byId(pathway.processes).map((process) => ({
    ...process,
    elements: byId(process.elements).map((element) => inOrder({ ...element, at: undefined })),
    flows: byId(process.flows).map((flow) => inOrder({ ...flow, way: undefined })),
  }));
  const beside = changedFiles(files, opened).filter(([path]) => path !== 'pathway.bpmn');
  return JSON.stringify([processes, pathway.main, pathway.warnings, beside], null, 1);
}

/** Path and text of what is other than when it was opened, by path; null for what is gone. */
export function changedFiles(files: Files, opened: Files): [string, string | null][] {
  const paths = new Set([...Object.keys(opened), ...Object.keys(files)]);
  return [...paths]
    .sort()
    .flatMap((path) => (files[path] === opened[path] ? [] : [[path, files[path] ?? null]]));
}

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

const inOrder = <T extends object>(one: T): object =>
  Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
