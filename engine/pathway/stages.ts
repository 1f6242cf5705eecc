import type { Element, Pathway } from '../contracts/index.ts';
import { processOf } from './graph.ts';

/**
 * The stages of the main process as they stand in the drawing: from left to right, then from top to bottom; without a
 * diagram layer, in the order in which they are written.
 */
export function stagesInOrder(pathway: Pathway): Element[] {
  const stages = (processOf(pathway, pathway.main)?.elements ?? []).filter(({ kind }) => kind === 'stage');
  if (stages.some(({ at }) => at === undefined)) return stages;
  return stages.sort((a, b) => middle(a).x - middle(b).x || middle(a).y - middle(b).y);
}

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
  const stage = process.elements.find(({ id, kind }) => id === outermost && kind === 'stage');
  const holder = stage && !strand ? stage : process;
  return { id: holder.id, name: holder.name || holder.id, strand };
}

function middle({ at }: Element): { x: number; y: number } {
  return at ? { x: at.x + at.width / 2, y: at.y + at.height / 2 } : { x: 0, y: 0 };
}
