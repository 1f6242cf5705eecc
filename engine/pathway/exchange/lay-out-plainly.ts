import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { list } from '../read-element.ts';
import { middle } from './bounds.ts';
import type { Box } from './bounds.ts';

const cell = { width: 150, height: 140 };

/**
 * A plain layout for what bpmn-auto-layout stumbles on: each element in the column of its distance from a start, below
 * those that are there already. The diagrams of a process: its own, then one for each stage inside.
 */
export function layOutPlainly(moddle: BpmnModdle, process: ModdleElement): ModdleElement[] {
  const elements = list(process, 'flowElements');
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const boxes = boxesOf(elements, flows);
  const drawn = [
    ...[...boxes].map(([element, box]) =>
      moddle.create('bpmndi:BPMNShape', {
        id: `${element.id ?? ''}_di`,
        bpmnElement: element,
        bounds: moddle.create('dc:Bounds', { ...box }),
      }),
    ),
    ...flows.flatMap((flow) => lineOf(moddle, flow, boxes) ?? []),
  ];
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `${process.id ?? ''}-plane`,
    bpmnElement: process,
    planeElement: drawn,
  });
  for (const one of drawn) one.$parent = plane;
  const diagram = moddle.create('bpmndi:BPMNDiagram', { id: `${process.id ?? ''}-diagram`, plane });
  plane.$parent = diagram;
  const stages = elements.filter((element) => list(element, 'flowElements').length > 0);
  return [diagram, ...stages.flatMap((stage) => layOutPlainly(moddle, stage))];
}

function boxesOf(elements: ModdleElement[], flows: ModdleElement[]): Map<ModdleElement, Box> {
  const placed = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow' && $type !== 'bpmn:DataObject');
  const boxes = new Map<ModdleElement, Box>();
  const used: number[] = [];
  for (const [element, column] of columnsOf(placed, flows)) {
    const row = used[column] ?? 0;
    used[column] = row + 1;
    boxes.set(element, around(column * cell.width, row * cell.height, element));
  }
  const sitting = Map.groupBy(placed.filter(hostOf), (event) => hostOf(event));
  for (const [host, events] of sitting) {
    const box = host && boxes.get(host);
    events.forEach((event, at) => {
      const x = box ? box.x + ((at + 1) * box.width) / (events.length + 1) : 0;
      boxes.set(event, around(x, box ? box.y + box.height : 0, event));
    });
  }
  return boxes;
}

/** By element, how many lines it is from where something begins; breadth first, so that ways stand side by side. */
function columnsOf(placed: ModdleElement[], flows: ModdleElement[]): Map<ModdleElement, number> {
  const next = Map.groupBy(flows, (flow) => {
    const from = flow.get('sourceRef') as ModdleElement;
    return hostOf(from) ?? from;
  });
  const reached = new Set(flows.map((flow) => flow.get('targetRef') as ModdleElement));
  const free = placed.filter((element) => !hostOf(element));
  const columns = new Map<ModdleElement, number>();
  const go = (from: ModdleElement[]): void => {
    const queue = from.filter((element) => !columns.has(element));
    for (const element of queue) columns.set(element, 0);
    for (const element of queue) {
      for (const flow of next.get(element) ?? []) {
        const to = flow.get('targetRef') as ModdleElement;
        if (columns.has(to) || !free.includes(to)) continue;
        columns.set(to, (columns.get(element) ?? 0) + 1);
        queue.push(to);
      }
    }
  };
  go(free.filter((element) => !reached.has(element)));
  for (const element of free) go([element]); // a loop that nothing leads into begins anywhere
  return columns;
}

function lineOf(
  moddle: BpmnModdle,
  flow: ModdleElement,
  boxes: Map<ModdleElement, Box>,
): ModdleElement | null {
  const source = flow.get('sourceRef') as ModdleElement;
  const [from, to] = [boxes.get(source), boxes.get(flow.get('targetRef') as ModdleElement)];
  if (!from || !to) return null;
  const start = hostOf(source)
    ? { x: middle(from).x, y: from.y + from.height }
    : { x: from.x + from.width, y: middle(from).y };
  const end = { x: to.x, y: middle(to).y };
  const bend = hostOf(source) ? start.x : end.x - 20;
  const corners =
    start.y === end.y
      ? []
      : [
          { x: bend, y: start.y },
          { x: bend, y: end.y },
        ];
  const waypoint = [start, ...corners, end].map((point) => moddle.create('dc:Point', point));
  return moddle.create('bpmndi:BPMNEdge', { id: `${flow.id ?? ''}_di`, bpmnElement: flow, waypoint });
}

const hostOf = (element: ModdleElement): ModdleElement | undefined =>
  element.get('attachedToRef') as ModdleElement | undefined;

/** A box of the size that BPMN draws a type in, its middle at a place. */
function around(x: number, y: number, { $type }: ModdleElement): Box {
  const [width, height] = $type.endsWith('Event')
    ? [36, 36]
    : $type.endsWith('Gateway')
      ? [50, 50]
      : [100, 80];
  return { x: x - width / 2, y: y - height / 2, width, height };
}
