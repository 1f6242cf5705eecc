import type { ModdleElement } from 'bpmn-moddle';
import { list } from '../read-element.ts';

/** Where a shape stands in the diagram layer, in its units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function boundsOf(shape: ModdleElement): Box | null {
  const bounds = shape.get('bounds') as ModdleElement | undefined;
  if (!bounds) return null;
  const of = (name: string): number => Number(bounds.get(name));
  return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
}

/** The smallest box around all; null around nothing. */
export function outline(boxes: Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Moves shapes, with their labels, and lines. */
export function move(drawn: ModdleElement[], dx: number, dy: number): void {
  for (const one of drawn) {
    const label = one.get('label') as ModdleElement | undefined;
    const places = [one.get('bounds'), label?.get('bounds'), ...list(one, 'waypoint')];
    for (const place of places as (ModdleElement | undefined)[]) {
      place?.set('x', Number(place.get('x')) + dx);
      place?.set('y', Number(place.get('y')) + dy);
    }
  }
}

export const middle = (box: Box): { x: number; y: number } => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});
