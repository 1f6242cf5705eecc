import type { DrawnNode } from '#engine/browser';

/** What bpmn-js holds of a drawing, and what it offers to change it with: the part that this editor uses. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** An element of the model as the editor holds it. */
export interface Node extends DrawnNode {
  id: string;
  name?: string;
  set: (name: string, value: unknown) => void;
  $parent?: Node;
}

/** What is drawn: a shape, a line (it has way points), a label, or the plane that all lies on. */
export interface Shape extends Box {
  id: string;
  type: string;
  businessObject: Node;
  parent?: Shape;
  children: Shape[];
  incoming: Shape[];
  outgoing: Shape[];
  attachers: Shape[];
  host?: Shape;
  label?: Shape;
  labelTarget?: Shape;
  /** of a stage: its inside lies on a plane of its own */
  collapsed?: boolean;
  waypoints?: Point[];
  source?: Shape;
  target?: Shape;
}

export interface Modeling {
  createShape: (shape: object, at: Point, parent: Shape, hints?: object) => Shape;
  createConnection: (from: Shape, to: Shape, line: object, parent: Shape) => Shape;
  createSpace: (moving: Shape[], resizing: Shape[], by: Point, to: 'e' | 's', start: number) => void;
  moveElements: (shapes: Shape[], by: Point, to?: Shape, hints?: object) => void;
  resizeShape: (shape: Shape, box: Box) => void;
  removeElements: (shapes: Shape[]) => void;
  reconnectStart: (line: Shape, to: Shape, at: Point) => void;
  reconnectEnd: (line: Shape, to: Shape, at: Point) => void;
  layoutConnection: (line: Shape) => void;
  updateWaypoints: (line: Shape, way: Point[]) => void;
  updateProperties: (shape: Shape, properties: Record<string, unknown>) => void;
  updateModdleProperties: (shape: Shape, node: unknown, properties: Record<string, unknown>) => void;
  updateLabel: (shape: Shape, text: string) => void;
}

export interface CommandStack {
  execute: (command: string, context: object) => void;
  registerHandler: (command: string, handler: new (...services: never[]) => object) => void;
  undo: () => void;
  redo: () => void;
  canUndo: () => boolean;
  canRedo: () => boolean;
  clear: () => void;
}

export interface ShapeEvent {
  element: Shape;
  newSelection?: Shape[];
}

/** Services of bpmn-js by the name it knows them under. */
export interface Services {
  modeling: Modeling;
  commandStack: CommandStack;
  elementRegistry: {
    get: (id: string) => Shape | undefined;
    getAll: () => Shape[];
    filter: (is: (shape: Shape) => boolean) => Shape[];
  };
  elementFactory: { createShape: (attributes: object) => Shape };
  bpmnFactory: { create: (type: string, attributes?: object) => Node };
  canvas: {
    getRootElement: () => Shape;
    getRootElements: () => Shape[];
    setRootElement: (root: Shape) => void;
    findRoot: (element: Shape | string) => Shape | undefined;
    zoom: (level: number | 'fit-viewport', center?: 'auto') => number;
    scroll: (by: { dx: number; dy: number }) => void;
    viewbox: (box?: Box) => Box & { inner: Box; scale: number };
    resized: () => void;
    scrollToElement: (shape: Shape | string) => void;
    addMarker: (element: string, marker: string) => void;
    removeMarker: (element: string, marker: string) => void;
  };
  overlays: {
    add: (element: string, type: string, overlay: object) => string;
    remove: (which: { type: string }) => void;
  };
  eventBus: {
    on: (event: string | string[], listener: (event: ShapeEvent) => void) => void;
    fire: (event: string, more?: object) => void;
  };
  selection: { select: (shapes: Shape | Shape[] | null) => void; get: () => Shape[] };
  spaceTool: {
    calculateAdjustments: (
      shapes: Shape[],
      axis: 'x' | 'y',
      by: number,
      start: number,
    ) => { movingShapes: Shape[]; resizingShapes: Shape[] };
  };
  searchPad: { open: () => void; toggle: () => void };
  minimap: { open: () => void; close: () => void; toggle: () => void };
}

/** An editor of bpmn-js, with its services by their types. */
export interface Editor {
  get: <Name extends keyof Services>(name: Name) => Services[Name];
  getDefinitions: () => Node;
}

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Two boxes that touch or lie on each other, or are nearer than `apart`. */
export const overlap = (a: Box, b: Box, apart = 0): boolean =>
  a.x < right(b) + apart && b.x < right(a) + apart && a.y < bottom(b) + apart && b.y < bottom(a) + apart;

/** A shape proper: no line, no label, no plane. */
export const isShape = (shape: Shape): boolean =>
  shape.waypoints === undefined && shape.labelTarget === undefined && shape.parent !== undefined;
