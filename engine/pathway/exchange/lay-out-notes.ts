import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { list, plain } from '../read-element.ts';
import { boundsOf, middle, outline } from './bounds.ts';
import type { Box } from './bounds.ts';
import { everyNode } from './every-node.ts';

const note = { width: 220, height: 80, gap: 30 };

/** Puts the notes of what a diagram shows in a row below it: the layout knows none. */
export function drawNotes(moddle: BpmnModdle, definitions: ModdleElement, plane: ModdleElement): void {
  const drawn = list(plane, 'planeElement');
  const below = outline(drawn.flatMap((one) => boundsOf(one) ?? [])) ?? { x: 0, y: 0, width: 0, height: 0 };
  let x = below.x;
  for (const text of notesOf(definitions, plane)) {
    const bounds = { x, y: below.y + below.height + note.gap, width: note.width, height: heightOf(text) };
    add(plane, shapeOf(moddle, text, bounds), drawn);
    x += note.width + note.gap;
  }
  plane.set('planeElement', drawn);
}

/** Draws straight the lines between things of a diagram that the layout leaves out: to notes, and between pools. */
export function drawLines(moddle: BpmnModdle, definitions: ModdleElement, plane: ModdleElement): void {
  const drawn = list(plane, 'planeElement');
  const places = new Map<string, Box>();
  for (const shape of drawn) {
    const box = boundsOf(shape);
    if (box) places.set(idOf(shape.get('bpmnElement')), box);
  }
  for (const line of everyNode(definitions)) {
    if (line.$type !== 'bpmn:Association' && line.$type !== 'bpmn:MessageFlow') continue;
    const from = places.get(idOf(line.get('sourceRef')));
    const to = places.get(idOf(line.get('targetRef')));
    if (!from || !to) continue;
    const waypoint = [from, to].map((box) => moddle.create('dc:Point', middle(box)));
    const edge = moddle.create('bpmndi:BPMNEdge', {
      id: `${line.id ?? ''}-line`,
      bpmnElement: line,
      waypoint,
    });
    add(plane, edge, drawn);
  }
  plane.set('planeElement', drawn);
}

/** Notes of the process, stage or collaboration that a plane shows, and of every pool's process on it. */
function notesOf(definitions: ModdleElement, plane: ModdleElement): ModdleElement[] {
  const shown = idOf(plane.get('bpmnElement'));
  const nodes = [...everyNode(definitions)];
  const holder = nodes.find(({ id }) => id === shown);
  const processes = holder ? list(holder, 'participants').map((pool) => idOf(pool.get('processRef'))) : [];
  return nodes.filter(
    ({ $type, $parent }) =>
      $type === 'bpmn:TextAnnotation' && [shown, ...processes].includes($parent?.id ?? ''),
  );
}

function shapeOf(moddle: BpmnModdle, element: ModdleElement, box: Box): ModdleElement {
  return moddle.create('bpmndi:BPMNShape', {
    id: `${element.id ?? ''}-shape`,
    bpmnElement: element,
    bounds: moddle.create('dc:Bounds', { ...box }),
  });
}

function add(plane: ModdleElement, one: ModdleElement, to: ModdleElement[]): void {
  one.$parent = plane;
  to.push(one);
}

/** About 32 letters to a line of 14 units. */
const heightOf = (text: ModdleElement): number =>
  Math.max(note.height, 20 + 14 * Math.ceil((plain(text.get('text'))?.length ?? 0) / 32));

const idOf = (node: unknown): string => (node as ModdleElement | undefined)?.id ?? '';
