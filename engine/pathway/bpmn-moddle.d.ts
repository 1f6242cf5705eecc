/** The part of bpmn-moddle that this folder uses; the package declares the types of BPMN, but not its own. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    $type: string;
    $parent?: ModdleElement;
    /** attributes that no descriptor knows */
    $attrs: Record<string, string>;
    id?: string;
    get(name: string): unknown;
  }

  export interface ParseResult {
    rootElement: ModdleElement;
    warnings: { message: string }[];
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ParseResult>;
  }
}
