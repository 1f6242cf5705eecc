import type { Element, Pathway } from '../contracts/index.ts';
import { processOf } from './graph.ts';

/**
 * The stages of the main process as they stand in the drawing: from left to right, then from top to bottom; without a
 * diagram layer, in the order in which they are written. A stage drawn twice under one name, so that lines need not
 * cross, is one stage: the first that is written, in the place of the last.
 */
export function stagesInOrder(pathway: Pathway): Element[] {
  const stages = drawnStages(pathway);
  const ordered = stages.some(({ at }) => at === undefined)
    ? stages
    : stages.toSorted((a, b) => middle(a).x - middle(b).x || middle(a).y - middle(b).y);
  const last = ordered.filter(
    (stage, at) => ordered.findLastIndex((other) => sameStage(other, stage)) === at,
  );
  return last.map((stage) => firstOfName(stages, stage));
}

const drawnStages = (pathway: Pathway): Element[] =>
  (processOf(pathway, pathway.main)?.elements ?? []).filter(({ kind }) => kind === 'stage');

const sameStage = (a: Element, b: Element): boolean => a.id === b.id || (a.name !== '' && a.name === b.name);

const firstOfName = (stages: Element[], stage: Element): Element =>
  stages.find((other) => sameStage(other, stage)) ?? stage;

/** Where a path lies on a board: the outermost stage of the main process, or else the strand. Null: not in this drawing. */
export interface StagePlace {
  id: string;
  name: string;
  /** the path lies in a strand, beside the main process */
  strand: boolean;
}

/**
 * The outermost stage that holds an open step, by its path ('stage/inner stage/step'). In a strand, and where a step
 * stands in the main process itself, it is that process.
 */
export function stageOf(pathway: Pathway, path: string): StagePlace | null {
  const [outermost = ''] = path.split('/');
  const process = pathway.processes.find(
    ({ kind, elements }) =>
      (kind === 'main' || kind === 'strand') && elements.some(({ id }) => id === outermost),
  );
  if (!process) return null;
  const strand = process.kind === 'strand';
  const stages = strand ? [] : drawnStages(pathway);
  const stage = stages.find(({ id }) => id === outermost);
  const holder = stage ? firstOfName(stages, stage) : process;
  return { id: holder.id, name: holder.name || holder.id, strand };
}

function middle({ at }: Element): { x: number; y: number } {
  return at ? { x: at.x + at.width / 2, y: at.y + at.height / 2 } : { x: 0, y: 0 };
}
