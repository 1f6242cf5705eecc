/** The part of bpmn-moddle that this folder uses; the package declares the types of BPMN, but not its own. */
declare module 'bpmn-moddle' {
  export interface ModdleProperty {
    /** 'bpmn:name' */
    name: string;
    ns: { localName: string };
    isAttr?: boolean;
    isReference?: boolean;
    isMany?: boolean;
    /** said by another property too; never written */
    isVirtual?: boolean;
    default?: unknown;
  }

  export interface ModdleElement {
    $type: string;
    $parent?: ModdleElement;
    /** attributes that no descriptor knows */
    $attrs: Record<string, string>;
    /** elements of a namespace that no descriptor knows have no properties */
    $descriptor: { properties?: ModdleProperty[]; propertiesByName?: Record<string, ModdleProperty> };
    id?: string;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }

  export interface ParseResult {
    rootElement: ModdleElement;
    warnings: { message: string }[];
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, properties?: Record<string, unknown>): ModdleElement;
  }
}
