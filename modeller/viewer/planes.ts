import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { Mark } from './pathway-drawing.ts';

export interface Plane {
  id: string;
  /** name of the stage whose inside it is; '' for the whole */
  name: string;
  /** who is inside */
  names: string[];
}

interface Business {
  businessObject?: { name?: string };
}

/** The whole drawing, and the inside of each stage that somebody is in, as things to choose from. */
export function planesOf(viewer: NavigatedViewer, marks: readonly Mark[]): Plane[] {
  const canvas = viewer.get('canvas');
  const [whole, ...insides] = canvas.getRootElements();
  if (!whole) return [];
  const inside = insides.flatMap((root) => {
    const here = marks.filter(({ element }) => canvas.findRoot(element)?.id === root.id);
    const names = [...new Set(here.flatMap((mark) => mark.names))];
    const name = (root as Business).businessObject?.name ?? root.id;
    return names.length > 0 ? [{ id: root.id, name, names }] : [];
  });
  return [{ id: whole.id, name: '', names: [] }, ...inside];
}
