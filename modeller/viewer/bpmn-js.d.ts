/** The part of bpmn-js that the viewer uses; its own declarations are written for CommonJS. */
declare module 'bpmn-js/lib/NavigatedViewer' {
  export interface DrawnElement {
    id: string;
    type?: string;
    businessObject?: { name?: string };
    x?: number;
    y?: number;
    width?: number;
    height?: number;
    parent?: DrawnElement;
    collapsed?: boolean;
  }
  export interface Canvas {
    zoom: (level: number | 'fit-viewport', center?: 'auto') => number;
    scroll: (by: { dx: number; dy: number }) => void;
    addMarker: (element: string, marker: string) => void;
    findRoot: (element: string) => DrawnElement | undefined;
    getRootElement: () => DrawnElement;
    getRootElements: () => DrawnElement[];
    setRootElement: (root: DrawnElement) => void;
    viewbox: (box: { x: number; y: number; width: number; height: number }) => void;
    resized: () => void;
  }
  export interface Overlays {
    add: (
      element: string,
      type: string,
      overlay: {
        position: { top?: number; left?: number; right?: number; bottom?: number };
        html: HTMLElement;
        scale?: boolean | { min?: number; max?: number };
      },
    ) => string;
  }
  export interface ElementRegistry {
    get: (id: string) => DrawnElement | undefined;
    filter: (is: (element: DrawnElement) => boolean) => DrawnElement[];
  }
  export interface EventBus {
    on: (event: string, listener: (event: { element: DrawnElement }) => void) => void;
  }
  interface Services {
    canvas: Canvas;
    overlays: Overlays;
    elementRegistry: ElementRegistry;
    eventBus: EventBus;
  }
  export default class NavigatedViewer {
    constructor(options: { container: HTMLElement; additionalModules?: object[] });
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    get<Name extends keyof Services>(name: Name): Services[Name];
    destroy(): void;
  }
}

declare module '*.css';
