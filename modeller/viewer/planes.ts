import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DrawnElement } from 'bpmn-js/lib/NavigatedViewer';

export interface Mark {
  /** id of a step or stage of the drawing */
  element: string;
  /** who is there: said in text on the drawing, not by colour alone */
  names: readonly string[];
}

/** A part of a drawing that is looked at by itself: a pool, the inside of a stage, or everything. */
export interface Plane {
  id: string;
  /** its name on the drawing; '' for everything at once */
  name: string;
  /** who is in it */
  names: string[];
  /** the plane of the drawing it lies on */
  root: DrawnElement;
  /** the part of that plane to look at; absent: all of it */
  box?: Box;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The main pool first, then every pool and stage that somebody is in, then the drawing as a whole. */
export function planesOf(viewer: NavigatedViewer, marks: readonly Mark[]): Plane[] {
  const canvas = viewer.get('canvas');
  const [whole, ...insides] = canvas.getRootElements();
  if (!whole) return [];
  const pools = poolsOf(viewer, whole).map((pool) =>
    plane(pool, whole, namesIn(viewer, marks, pool), boxOf(pool)),
  );
  const stages = insides.map((root) => plane(root, root, namesIn(viewer, marks, root)));
  const [main, ...others] = pools;
  const everything: Plane = { id: whole.id, name: '', names: [], root: whole };
  const someone = onceByName([...others, ...stages].filter(({ names }) => names.length > 0));
  return [...(main ? [main] : []), ...someone, everything];
}

/** A stage that only calls another has its name: one of the two is enough, the one that holds the steps. */
function onceByName(planes: readonly Plane[]): Plane[] {
  return planes.filter((one, at) => planes.findIndex(({ name }) => name === one.name) === at);
}

function plane(element: DrawnElement, root: DrawnElement, names: string[], box?: Box): Plane {
  const name = element.businessObject?.name ?? element.id;
  return { id: element.id, name, names, root, ...(box ? { box } : {}) };
}

/** Pools from the top of the drawing down; the main one is drawn first. */
function poolsOf(viewer: NavigatedViewer, whole: DrawnElement): DrawnElement[] {
  return viewer
    .get('elementRegistry')
    .filter(({ type, parent }) => type === 'bpmn:Participant' && parent?.id === whole.id)
    .sort((one, other) => (one.y ?? 0) - (other.y ?? 0));
}

/** Who is marked inside an element, however deep. */
function namesIn(viewer: NavigatedViewer, marks: readonly Mark[], holder: DrawnElement): string[] {
  const registry = viewer.get('elementRegistry');
  const names = marks.flatMap((mark) => {
    for (let at = registry.get(mark.element); at; at = at.parent) if (at.id === holder.id) return mark.names;
    return [];
  });
  return [...new Set(names)];
}

const room = 24;

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: DrawnElement): Box {
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}
