import { bottom, isShape, overlap, right, type Box, type Editor, type Shape } from '../diagram/shapes.ts';
import { isPool, lyingOn } from './places.ts';

/** How far apart things are drawn. */
export const gap = 50;
const betweenPools = 30;

/** Moves everything on a ground that begins at `from` or right of it, and the border of its pool. */
export function makeRoom(editor: Editor, place: Shape, from: number, by: number): void {
  const start = from - 1;
  const shapes = [...place.children, ...(isPool(place) ? [place] : [])];
  const { movingShapes, resizingShapes } = editor
    .get('spaceTool')
    .calculateAdjustments(shapes, 'x', by, start);
  if (movingShapes.length === 0) return;
  const pool = resizingShapes.filter((shape) => shape === place);
  editor.get('modeling').createSpace(movingShapes, pool, { x: by, y: 0 }, 'e', start);
}

/** The row nearest to `wish` where a box lies on nothing else: below first, then above. */
export function freeRow(place: Shape, wish: Box): Box {
  const others = place.children.filter((shape) => shape.waypoints === undefined);
  for (let step = 0; step < 40; step += 1) {
    const rows = step === 0 ? [0] : [step * 55, step * -55];
    for (const dy of rows) {
      const box = { ...wish, y: wish.y + dy };
      const inside = !isPool(place) || dy > 0 || box.y >= place.y + 15;
      if (inside && !others.some((other) => overlap(box, other, 15))) return box;
    }
  }
  return wish;
}

/** Pools hold what lies in them, and none lies on another: whoever is in the way goes right or down. */
export function tidy(editor: Editor): void {
  const pools = editor.get('elementRegistry').filter(isPool);
  for (const pool of pools) fit(editor, pool);
  for (let turn = 0; turn < 60 && partOne(editor, pools); turn += 1);
}

/** A pool grows to the right and downwards around what lies in it. */
function fit(editor: Editor, pool: Shape): void {
  const inside = lyingOn(pool);
  if (inside.length === 0) return;
  const width = Math.max(right(pool), ...inside.map((shape) => right(shape) + gap)) - pool.x;
  const height = Math.max(bottom(pool), ...inside.map((shape) => bottom(shape) + 30)) - pool.y;
  if (width > pool.width || height > pool.height) {
    editor.get('modeling').resizeShape(pool, { x: pool.x, y: pool.y, width, height });
  }
}

/** Parts the first two pools that lie on each other; false when none do. */
function partOne(editor: Editor, pools: readonly Shape[]): boolean {
  const inOrder = [...pools].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const [at, one] of inOrder.entries()) {
    const other = inOrder.slice(at + 1).find((pool) => overlap(one, pool));
    if (!other) continue;
    const sameRow = Math.abs(one.y - other.y) < 40;
    if (sameRow) push(editor, other, right(one) + betweenPools - other.x, 'x');
    else push(editor, other, bottom(one) + betweenPools - other.y, 'y');
    return true;
  }
  return false;
}

/** Moves a pool, and with it what stands right of it in its row, or below it. */
function push(editor: Editor, pool: Shape, by: number, way: 'x' | 'y'): void {
  const beside = pool.parent?.children.filter(isShape) ?? [];
  const pushed =
    way === 'x'
      ? beside.filter(({ x, y }) => x >= pool.x && Math.abs(y - pool.y) < 40)
      : beside.filter(({ y }) => y >= pool.y - 40);
  editor
    .get('modeling')
    .moveElements(pushed, way === 'x' ? { x: by, y: 0 } : { x: 0, y: by }, undefined, { autoResize: false });
}
