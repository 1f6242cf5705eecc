import { bottom, middle, right, type Editor, type Point, type Shape } from '../diagram/shapes.ts';
import { lyingOn } from './places.ts';

const apart = 25;

/** Leads a line around what stands in its way: below it, from the underside of one to the underside of the other. */
export function goAround(editor: Editor, line: Shape): void {
  const { source, target, waypoints = [], parent } = line;
  if (!source || !target || !parent || source === target) return;
  const others = lyingOn(parent).filter((shape) => ![source, target, source.host].includes(shape));
  if (!crosses(waypoints, others)) return;
  const [from, to] = [middle(source), middle(target)];
  const lowest = Math.max(bottom(source), bottom(target));
  const levels = others.map((shape) => bottom(shape) + apart).filter((y) => y > lowest);
  const ways = [lowest + apart, ...levels.sort((a, b) => a - b)].map((y) => [
    { x: from.x, y: bottom(source) },
    { x: from.x, y },
    { x: to.x, y },
    { x: to.x, y: bottom(target) },
  ]);
  const free = ways.find((way) => !crosses(way, others));
  if (free) editor.get('modeling').updateWaypoints(line, free);
}

/** Whether a line passes through one of some shapes; its pieces run straight along or down. */
const crosses = (way: readonly Point[], shapes: readonly Shape[]): boolean =>
  way.slice(1).some((to, at) => {
    const from = way[at] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    const [width, height] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)];
    return shapes.some(
      (shape) => shape.x < x + width + 1 && x < right(shape) && shape.y < y + height + 1 && y < bottom(shape),
    );
  });
