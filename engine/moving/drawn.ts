import type { Element, Pathway, Process } from '../contracts/index.ts';

/** Where an element stands in its drawing. */
export interface Spot {
  element: Element;
  process: Process;
}

/** What can be open for a child and be mapped by a plan. Events on a border come and go with what they sit on. */
export type Mapped = 'step' | 'wait' | 'stage';

const mappedAs: Partial<Record<Element['kind'], Mapped>> = {
  step: 'step',
  'timer-catch': 'wait',
  'message-catch': 'wait',
  stage: 'stage',
};

export const mappedKind = ({ kind }: Element): Mapped | undefined => mappedAs[kind];

const lookups = new WeakMap<Pathway, Map<string, Spot>>();

/** Every element of a drawing by id, with its process; made once per drawing, in the order in which it is written. */
export function spotsOf(pathway: Pathway): ReadonlyMap<string, Spot> {
  let spots = lookups.get(pathway);
  if (!spots) {
    spots = new Map(
      pathway.processes.flatMap((process) =>
        process.elements.map((element) => [element.id, { element, process }] as const),
      ),
    );
    lookups.set(pathway, spots);
  }
  return spots;
}

/** Steps, waits and stages of a drawing: what a plan must say something about. */
export const mappedSpots = (pathway: Pathway): Spot[] =>
  [...spotsOf(pathway).values()].filter(({ element }) => mappedKind(element) !== undefined);

/** Processes on which a child can be on a track of their own: the main one and the strands. */
export const rootsOf = (pathway: Pathway): Process[] =>
  pathway.processes.filter(({ id, kind }) => id === pathway.main || kind === 'strand');

/** What people read on an element, or its id where nothing is written. */
export function nameOf(pathway: Pathway, id: string): string {
  const name = spotsOf(pathway).get(id)?.element.name;
  return `“${name || id}”`;
}

/** The same of a process. */
export function processName(pathway: Pathway, id: string): string {
  const process = pathway.processes.find((one) => one.id === id);
  const stage = process?.name ? undefined : spotsOf(pathway).get(id)?.element.name;
  return `“${process?.name || stage || id}”`;
}

/** Names in a row: “A”, “B” and “C”. */
export function listed(names: string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
