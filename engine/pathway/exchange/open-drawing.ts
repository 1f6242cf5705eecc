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
    return { open: { moddle, definitions, warnings: warnings.map(({ message }) => oneLine(message)) } };
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
