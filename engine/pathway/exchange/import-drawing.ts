import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../../contracts/index.ts';
import { list, plain } from '../read-element.ts';
import { readPathway } from '../read-pathway.ts';
import { everyNode } from './every-node.ts';
import { wholeDrawing } from './import-finding.ts';
import type { ImportedDrawing, ImportFinding } from './import-finding.ts';
import { isLaidOut, layOut } from './lay-out.ts';
import { asText, inWords, notReadable, openDrawing } from './open-drawing.ts';
import type { OpenDrawing } from './open-drawing.ts';
import { whatCannotRun } from './what-cannot-run.ts';
import { whatDoesNothing, whatStaysOutside } from './what-does-nothing.ts';

/**
 * Reads a drawing from any BPMN editor. `xml` comes back as it was, with nothing taken out; one without a diagram
 * layer is given one. Each element that can't run here, or does nothing, is a finding that names it. Never throws for
 * what is in the text: what can't be read at all comes back as text '' and a finding.
 */
export async function importDrawing(xml: string, descriptor: object): Promise<ImportedDrawing> {
  const read = await openDrawing(xml, descriptor);
  if ('finding' in read) return refused(read.finding);
  const { open } = read;
  if (!hasProcess(open.definitions)) {
    return refused(notReadable('There is no process in the drawing. Draw one with a start.'));
  }
  const findings = [
    ...open.warnings.map((message) => wholeDrawing(notReadable(message))),
    ...whatCannotRun(open.definitions),
    ...whatDoesNothing(open.definitions),
    ...whatStaysOutside(open.definitions, xml),
  ];
  if (isLaidOut(open.definitions)) {
    const text = asText(xml);
    return {
      xml: text,
      findings: [...findings, ...(await unsaid(text, descriptor, findings)), ...notDrawn(open.definitions)],
      laidOut: false,
    };
  }
  const drawn = await drawAnew(open, asText(xml));
  return {
    ...drawn,
    findings: [...findings, ...(await unsaid(drawn.xml, descriptor, findings)), ...drawn.findings],
  };
}

const hasProcess = (definitions: ModdleElement): boolean =>
  list(definitions, 'rootElements').some((root) => root.$type === 'bpmn:Process');

async function drawAnew(open: OpenDrawing, text: string): Promise<ImportedDrawing> {
  try {
    await layOut(open);
    const { xml } = await open.moddle.toXML(open.definitions, { format: true });
    return { xml, findings: notDrawn(open.definitions), laidOut: true };
  } catch {
    const message =
      'The drawing came without places for its elements, and none could be made. Draw it again, or import it from an editor that shows it.';
    const finding = wholeDrawing({ check: 'drawing-laid-out', level: 'error', message });
    return { xml: text, findings: [finding], laidOut: false };
  }
}

/** What publishing would stumble on and nothing else has named: so that no reading is stricter than the import. */
async function unsaid(xml: string, descriptor: object, said: ImportFinding[]): Promise<ImportFinding[]> {
  const { findings } = await readPathway(xml, descriptor);
  const messages = new Set(said.map(({ message }) => message));
  const named = said.flatMap(({ element }) => element ?? []);
  return findings
    .map((finding) => ({ ...finding, message: inWords(finding.message) }))
    .filter(({ message }) => !messages.has(message) && !named.some((id) => message.includes(`"${id}"`)))
    .map(wholeDrawing);
}

/** Elements that no diagram shows: nobody would find them in the drawing, though they stand in the outline. */
function notDrawn(definitions: ModdleElement): ImportFinding[] {
  const nodes = [...everyNode(definitions)];
  const shown = new Set(nodes.map((node) => plainId(node.get('bpmnElement'))));
  return nodes
    .filter((node) => isDrawable(node) && node.id !== undefined && !shown.has(node.id))
    .map((node) => {
      const name = plain(node.get('name')) ?? plain(node.get('text')) ?? '';
      return {
        ...{ check: 'element-is-drawn', level: 'advice', bpmnType: node.$type, name },
        ...(node.id === undefined ? {} : { element: node.id }),
        message: `“${name || (node.id ?? '')}” is in the file, but no place is drawn for it. ${where(node)}`,
      };
    });
}

const where = (node: ModdleElement): string =>
  node.$type === 'bpmn:Lane'
    ? 'Lanes are not used here.'
    : node.$type === 'bpmn:Group'
      ? 'A box around other elements says nothing that runs.'
      : 'It stands in the outline.';

const drawable = new Set(['bpmn:TextAnnotation', 'bpmn:Lane', 'bpmn:Group', 'bpmn:Participant']);

function isDrawable(node: ModdleElement): boolean {
  if (drawable.has(node.$type)) return true;
  return (
    node.$parent !== undefined && list(node.$parent, 'flowElements').includes(node) && !unseen.has(node.$type)
  );
}

/** A data object is seen by its references. */
const unseen = new Set(['bpmn:DataObject']);

const plainId = (value: unknown): string => (value as ModdleElement | undefined)?.id ?? '';

function refused(finding: Finding): ImportedDrawing {
  return { xml: '', findings: [wholeDrawing(finding)], laidOut: false };
}
