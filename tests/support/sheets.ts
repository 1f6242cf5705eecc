import { BpmnModdle } from 'bpmn-moddle';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What is drawn of an element; `holds` tells that other things stand inside it (a pool, a stage drawn open). */
export interface Shape {
  id: string;
  box: Box;
  holds: boolean;
  /** the shape on whose border an event sits */
  host?: string;
}

export interface Line {
  id: string;
  from: string;
  to: string;
  way: Point[];
}

/** One page of a drawing: the whole, or a stage that opens on a page of its own. */
export interface Sheet {
  id: string;
  shapes: Shape[];
  lines: Line[];
  labels: { id: string; box: Box }[];
}

interface Node {
  $type: string;
  id: string;
  name?: string;
  get(name: string): unknown;
}

/** Every page of a drawing as it is laid out, with what bpmn-moddle warned of. */
export async function readSheets(
  xml: string,
  descriptor: unknown,
): Promise<{ sheets: Sheet[]; elements: Node[]; warnings: string[] }> {
  const { rootElement, warnings } = await new BpmnModdle({
    pathway: descriptor as Record<string, unknown>,
  }).fromXML(xml);
  const definitions = rootElement as unknown as Node;
  const elements = list(definitions, 'rootElements').flatMap((root) => below(root));
  const sheets = list(definitions, 'diagrams').map((diagram) => sheetOf(diagram.get('plane') as Node));
  return { sheets, elements, warnings: warnings.map(({ message }) => message) };
}

/** Flow elements, pools and notes, however deep. */
function below(node: Node): Node[] {
  const own = ['participants', 'flowElements', 'artifacts'].flatMap((name) => list(node, name));
  return own.flatMap((element) => [element, ...below(element)]);
}

function sheetOf(plane: Node): Sheet {
  const drawn = list(plane, 'planeElement');
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape');
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge');
  return {
    id: elementOf(plane).id,
    shapes: shapes.map((shape) => shapeOf(shape)),
    lines: edges.map((edge) => lineOf(edge)),
    labels: drawn.flatMap((one) => labelOf(one)),
  };
}

function shapeOf(shape: Node): Shape {
  const element = elementOf(shape);
  const host = get<Node>(element, 'attachedToRef');
  return {
    id: element.id,
    box: boxOf(get<Node>(shape, 'bounds')),
    holds: element.$type === 'bpmn:Participant' || get<boolean>(shape, 'isExpanded') === true,
    ...(host ? { host: host.id } : {}),
  };
}

function lineOf(edge: Node): Line {
  const flow = elementOf(edge);
  const way = list(edge, 'waypoint').map((point) => ({
    x: get<number>(point, 'x') ?? 0,
    y: get<number>(point, 'y') ?? 0,
  }));
  return {
    id: flow.id,
    from: get<Node>(flow, 'sourceRef')?.id ?? '',
    to: get<Node>(flow, 'targetRef')?.id ?? '',
    way,
  };
}

function labelOf(drawn: Node): { id: string; box: Box }[] {
  const bounds = get<Node>(drawn, 'label')?.get('bounds') as Node | undefined;
  return bounds ? [{ id: elementOf(drawn).id, box: boxOf(bounds) }] : [];
}

const elementOf = (drawn: Node): Node => drawn.get('bpmnElement') as Node;

const boxOf = (bounds: Node | undefined): Box => ({
  x: (bounds && get<number>(bounds, 'x')) ?? 0,
  y: (bounds && get<number>(bounds, 'y')) ?? 0,
  width: (bounds && get<number>(bounds, 'width')) ?? 0,
  height: (bounds && get<number>(bounds, 'height')) ?? 0,
});

/** A property, or undefined where this kind of element has none of that name. */
function get<T>(node: Node, name: string): T | undefined {
  return name in node || hasProperty(node, name) ? (node.get(name) as T | undefined) : undefined;
}

const hasProperty = (node: Node, name: string): boolean =>
  (node as unknown as { $descriptor?: { propertiesByName?: Record<string, unknown> } }).$descriptor
    ?.propertiesByName?.[name] !== undefined;

const list = (node: Node, name: string): Node[] => get<Node[]>(node, name) ?? [];
