import type { BpmnModdle } from 'bpmn-moddle';
import { compareTags } from './compare-tags.ts';
import type { KeptOfKind, Lost } from './compare-tags.ts';
import { importDrawing } from './import-drawing.ts';
import type { ImportFinding } from './import-finding.ts';
import { asText, openDrawing } from './open-drawing.ts';

/** What becomes of a drawing that is opened here and saved again. */
export interface RoundTrip {
  kinds: KeptOfKind[];
  lost: Lost[];
  /** what the library stumbled on when it opened the text */
  warnings: string[];
  /** what can't run here, and what does nothing here */
  findings: ImportFinding[];
  /** the text that was saved; '' when the drawing could not be opened */
  saved: string;
}

/** Opens a drawing, saves it and compares both texts element by element. Nothing of it is mended on the way. */
export async function roundTrip(xml: string, descriptor: object): Promise<RoundTrip> {
  const read = await openDrawing(xml, descriptor);
  const { findings } = await importDrawing(xml, descriptor);
  if ('finding' in read) return { kinds: [], lost: [], warnings: [], findings, saved: '' };
  const { moddle, definitions, warnings } = read.open;
  const { xml: saved } = await moddle.toXML(definitions, { format: true });
  return { ...compareTags(asText(xml), saved, defaultsOf(moddle)), warnings, findings, saved };
}

const prefixes: Record<string, string> = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
};

/** What an attribute says where it is not written, as BPMN itself defines it. */
function defaultsOf(moddle: BpmnModdle): (element: string, attribute: string) => string | undefined {
  return (element, attribute) => {
    const [namespace = '', local = ''] = element.split(' ');
    const type = `${prefixes[namespace] ?? ''}:${local.charAt(0).toUpperCase()}${local.slice(1)}`;
    try {
      const byDefault = moddle.create(type, {}).$descriptor.propertiesByName?.[attribute]?.default;
      return byDefault === undefined ? undefined : String(byDefault);
    } catch {
      return undefined; // not a type of BPMN: nothing is said by default
    }
  };
}
