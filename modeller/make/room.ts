import { bottom, isShape, overlap, right, type Box, type Editor, type Shape } from '../diagram/shapes.ts';
import { isOpenStage, isPool, lyingOn } from './places.ts';

/** How far apart things are drawn. */
export const gap = 50;
const betweenPools = 30;

/** Moves everything on a ground that begins at `from` or right of it, and the border of its pool or open stage. */
export function makeRoom(editor: Editor, place: Shape, from: number, by: number): void {
  if (isOpenStage(place) && place.parent) makeRoom(editor, place.parent, right(place), by);
  const bordered = isPool(place) || isOpenStage(place);
  space(
    editor,
    'x',
    [...within(place), ...(bordered ? [place] : [])],
    from,
    by,
    bordered ? place : undefined,
  );
}

/** Moves shapes along one axis, with their lines; only `grows` is drawn larger for it. */
function space(
  editor: Editor,
  axis: 'x' | 'y',
  shapes: Shape[],
  from: number,
  by: number,
  grows: Shape | undefined,
): void {
  const start = from - 1;
  const { movingShapes, resizingShapes } = editor
    .get('spaceTool')
    .calculateAdjustments(shapes, axis, by, start);
  const resizing = resizingShapes.filter((shape) => shape === grows);
  if (movingShapes.length === 0 && resizing.length === 0) return;
  const delta = axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by };
  editor.get('modeling').createSpace(movingShapes, resizing, delta, axis === 'x' ? 'e' : 's', start);
}

/** All that lies on a ground, and in the open stages on it. */
const within = (place: Shape): Shape[] =>
  place.children.flatMap((shape) => [shape, ...(isOpenStage(shape) ? within(shape) : [])]);

/** The row nearest to `wish` where a box lies on nothing else: below first, then above. */
export function freeRow(place: Shape, wish: Box): Box {
  const others = place.children.filter((shape) => shape.waypoints === undefined);
  for (let step = 0; step < 40; step += 1) {
    const rows = step === 0 ? [0] : [step * 55, step * -55];
    for (const dy of rows) {
      const box = { ...wish, y: wish.y + dy };
      const bordered = isPool(place) || isOpenStage(place);
      const inside = !bordered || dy > 0 || box.y >= place.y + 15;
      if (inside && !others.some((other) => overlap(box, other, 15))) return box;
    }
  }
  return wish;
}

/** Pools and open stages hold what lies in them, and no pool lies on another: whoever is in the way goes right or down. */
export function tidy(editor: Editor): void {
  const registry = editor.get('elementRegistry');
  const stages = registry.filter(isOpenStage);
  const innermostFirst = [...stages].sort((a, b) => depth(b) - depth(a));
  for (const stage of innermostFirst) fit(editor, stage);
  const pools = registry.filter(isPool);
  for (const pool of pools) fit(editor, pool);
  for (let turn = 0; turn < 60 && partOne(editor, pools); turn += 1);
}

const depth = (shape: Shape): number => (shape.parent ? 1 + depth(shape.parent) : 0);

/** A pool or open stage grows to the right and downwards around what lies in it. */
function fit(editor: Editor, place: Shape): void {
  const inside = lyingOn(place);
  if (inside.length === 0) return;
  const width = Math.max(right(place), ...inside.map((shape) => right(shape) + 20)) - place.x;
  const height = Math.max(bottom(place), ...inside.map((shape) => bottom(shape) + 30)) - place.y;
  if (width <= place.width && height <= place.height) return;
  if (!isPool(place) && place.parent) {
    const beside = within(place.parent).filter((shape) => shape !== place && !isIn(shape, place));
    if (width > place.width) space(editor, 'x', beside, right(place), width - place.width, undefined);
    if (height > place.height) space(editor, 'y', beside, bottom(place), height - place.height, undefined);
  }
  editor.get('modeling').resizeShape(place, { x: place.x, y: place.y, width, height });
}

const isIn = (shape: Shape, place: Shape): boolean =>
  shape.parent !== undefined && (shape.parent === place || isIn(shape.parent, place));

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
  const delta = way === 'x' ? { x: by, y: 0 } : { x: 0, y: by };
  editor.get('modeling').moveElements([...pushed, pool], delta, pool.parent, { autoResize: false });
}
