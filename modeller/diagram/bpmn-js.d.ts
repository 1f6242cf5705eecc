/** The part of bpmn-js that the editor uses; its own declarations are written for CommonJS. */
declare module 'bpmn-js/lib/Modeler' {
  export default class Modeler {
    constructor(options: {
      container: HTMLElement;
      additionalModules?: object[];
      moddleExtensions?: Record<string, object>;
    });
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
    getDefinitions(): unknown;
    get(name: string, strict?: boolean): unknown;
    destroy(): void;
  }
}

declare module 'diagram-js-minimap' {
  const minimap: object;
  export default minimap;
}
