import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../../contracts/index.ts';
import { limits, passedLimit, tooManyElements } from '../limits.ts';
import { everyNode } from './every-node.ts';

/** A drawing as the library holds it: every element, with whatever other programs have put beside it. */
export interface OpenDrawing {
  moddle: BpmnModdle;
  definitions: ModdleElement;
  /** what the library stumbled on, each in one line */
  warnings: string[];
}

/** The diagram layer says nothing that runs. */
const drawnOnly = /^(bpmndi|di|dc):/;

/** Reads the text of a drawing within the limits; or says why it can't be read. */
export async function openDrawing(
  xml: string,
  descriptor: object,
): Promise<{ open: OpenDrawing } | { finding: Finding }> {
  const limit = passedLimit(xml) ?? unreadableLetters(xml);
  if (limit) return { finding: limit };
  const moddle = new BpmnModdle({ pathway: descriptor });
  try {
    const { rootElement: definitions, warnings } = await moddle.fromXML(asText(xml));
    if (countRunning(definitions) > limits.elements) return { finding: tooManyElements() };
    return {
      open: { moddle, definitions, warnings: warnings.map(({ message }) => inWords(oneLine(message))) },
    };
  } catch (error) {
    const why = oneLine(String((error as Error).message));
    return { finding: notReadable(`The drawing can't be read: ${why}. Save it again from a BPMN editor.`) };
  }
}

/** The text of a file is no longer in the encoding that its first line names. */
export const asText = (xml: string): string =>
  xml.replace(/^\uFEFF/, '').replace(/^(\s*<\?xml\b[^>]*?\bencoding=)(["'])[^"'<>]*\2/, '$1$2UTF-8$2');

export function notReadable(message: string): Finding {
  return { check: 'drawing-readable', level: 'error', message };
}

/** Letters that XML 1.0 does not allow, written as such or by number; and those that turn the order of others round. */
const forbidden = [
  /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/u,
  /&#(x0*([0-8bcef]|1[0-9a-f])|0*([0-8]|1[124-9]|2\d|3[01]));/i,
  /[\u202A-\u202E\u2066-\u2069]/u,
];

function unreadableLetters(xml: string): Finding | null {
  if (!forbidden.some((pattern) => pattern.test(xml))) return null;
  return notReadable(
    'The file holds letters that no drawing has. Save it again as UTF-8 from a BPMN editor.',
  );
}

function countRunning(definitions: ModdleElement): number {
  let count = 0;
  for (const node of everyNode(definitions)) {
    if (node.id !== undefined && !drawnOnly.test(node.$type)) count += 1;
  }
  return count;
}

const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(', ')
    .slice(0, 300);

/** What the library warns of, to somebody who has never seen a file of BPMN. */
const warnings: [pattern: RegExp, words: (what: string) => string][] = [
  [
    /duplicate ID <([^>]*)>/,
    (id) =>
      `Two elements are called “${id}”: the second was not read. Give it another id in the editor it comes from.`,
  ],
  [
    /^unresolved reference <([^>]*)>/,
    (id) =>
      `Something in the drawing names “${id}”, which is not there. Draw it again, or leave out what names it.`,
  ],
  [
    /^unknown attribute <([^>]*)>/,
    (name) =>
      `The drawing says “${name}”, which no drawing knows. It does nothing; correct its spelling or leave it out.`,
  ],
  [
    /^unparsable content <([^>]*)>/,
    (name) =>
      `A part of the drawing (“${name}”) can’t be read, and was left out. Save it again from a BPMN editor.`,
  ],
];

/** A warning of the library in words; as it is where none are known for it. */
export function inWords(warning: string): string {
  for (const [pattern, words] of warnings) {
    const found = pattern.exec(warning);
    if (found) return words(found[1] ?? '');
  }
  return warning;
}
