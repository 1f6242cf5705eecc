/** The package declares no types of its own. */
declare module 'bpmn-auto-layout' {
  /** the text of a drawing with a diagram layer for its first process, and one for each stage inside */
  export function layoutProcess(xml: string): Promise<string>;
}
