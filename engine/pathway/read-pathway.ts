import { BpmnModdle } from 'bpmn-moddle';
import type { ParseResult } from 'bpmn-moddle';
import type { Finding, Pathway, Process } from '../contracts/index.ts';
import { limits, passedLimit, tooManyElements } from './limits.ts';
import { readDefinitions } from './read-definitions.ts';

const nothing: Pathway = { main: '', processes: [], warnings: [] };

/**
 * Reads a BPMN drawing into plain data. `descriptor` is our moddle descriptor (the attributes `pathway:…`).
 * Never throws for what is in the text: whatever can't be read is a finding of level 'error', and when nothing
 * could be read the pathway has no process. Elements that may not be drawn come back as kind 'refused'.
 */
export async function readPathway(
  xml: string,
  descriptor: object,
): Promise<{ pathway: Pathway; findings: Finding[] }> {
  const limit = passedLimit(xml);
  if (limit) return { pathway: nothing, findings: [limit] };
  let parsed: ParseResult;
  try {
    parsed = await new BpmnModdle({ pathway: descriptor }).fromXML(xml);
  } catch (error) {
    return refused(`The drawing can't be read: ${oneLine(error)}. Save it again from a BPMN editor.`);
  }
  const pathway = readDefinitions(
    parsed.rootElement,
    parsed.warnings.map((warning) => oneLine(warning)),
  );
  if (pathway.processes.length === 0)
    return refused('There is no process in the drawing. Draw one with a start.');
  if (count(pathway.processes) > limits.elements) return { pathway: nothing, findings: [tooManyElements()] };
  return { pathway, findings: pathway.warnings.map((message) => unreadable(message)) };
}

const count = (processes: Process[]): number =>
  processes.reduce((sum, { elements, flows }) => sum + elements.length + flows.length, 0);

function refused(message: string): { pathway: Pathway; findings: Finding[] } {
  return { pathway: { ...nothing, warnings: [message] }, findings: [unreadable(message)] };
}

function unreadable(message: string): Finding {
  return { check: 'drawing-readable', level: 'error', message };
}

/** What the parser says, with the place and the cause, in one line. */
const oneLine = (error: unknown): string =>
  String((error as Error).message ?? error)
    .split('\n')
    .map((line) => line.trim())
    .join(', ')
    .slice(0, 300);
