import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleElement, ParseResult } from 'bpmn-moddle';
import type { Element, Finding, Flow, Pathway, Process, ProcessKind } from '../contracts/index.ts';
import { addLayout } from './read-layout.ts';
import { limits, passedLimit, tooManyElements } from './limits.ts';
import { list, plain, readElement } from './read-element.ts';

/** What may stand at the top of a drawing, beside the processes; all else is named and refused. */
const allowedRoots = new Set(['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Message']);

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
  const roots = list(parsed.rootElement, 'rootElements');
  const warnings = [...parsed.warnings.map((warning) => oneLine(warning)), ...strangers(roots)];
  const processes = roots
    .filter((root) => root.$type === 'bpmn:Process')
    .flatMap((root) => open(root, warnings));
  if (processes.length === 0) return refused('There is no process in the drawing. Draw one with a start.');
  if (count(processes) > limits.elements) return { pathway: nothing, findings: [tooManyElements()] };
  const pathway = { ...nameKinds(processes), warnings };
  addLayout(pathway, parsed.rootElement);
  return { pathway, findings: warnings.map((message) => unreadable(message)) };
}

/** A process and every stage embedded in it, each as a process of its own, outermost first. */
function open(node: ModdleElement, warnings: string[]): Process[] {
  const process: Process = {
    id: node.id ?? '',
    name: plain(node.get('name')) ?? '',
    kind: node.$type === 'bpmn:Process' ? 'main' : 'stage',
    elements: [],
    flows: [],
  };
  const inside: Process[] = [];
  for (const child of [...list(node, 'flowElements'), ...list(node, 'artifacts')]) {
    warnings.push(...unknownAttributes(child));
    if (child.$type === 'bpmn:SequenceFlow') process.flows.push(readFlow(child));
    else if (!unspoken.has(child.$type)) {
      const element = readElement(child);
      process.elements.push(element);
      if (element.kind === 'stage' && !element.called) inside.push(...open(child, warnings));
    }
  }
  for (const lanes of list(node, 'laneSets')) process.elements.push(readElement(lanes));
  return [process, ...inside];
}

/** Lines and boxes that only help the eye. */
const unspoken = new Set(['bpmn:Association', 'bpmn:Group']);

function readFlow(node: ModdleElement): Flow {
  const source = node.get('sourceRef') as ModdleElement | undefined;
  const target = node.get('targetRef') as ModdleElement | undefined;
  const condition = plain((node.get('conditionExpression') as ModdleElement | undefined)?.get('body'));
  return {
    id: node.id ?? '',
    from: source?.id ?? '',
    to: target?.id ?? '',
    name: plain(node.get('name')) ?? '',
    ...(condition === undefined ? {} : { condition }),
    isDefault: source !== undefined && defaultOf(source)?.id === node.id,
  };
}

const defaultOf = (node: ModdleElement): ModdleElement | undefined =>
  node.get('default') as ModdleElement | undefined;

/** Which process is the main one, which are called, which are strands started by a message. */
function nameKinds(processes: Process[]): Omit<Pathway, 'warnings'> {
  const called = new Set(
    processes.flatMap(({ elements }) =>
      elements.filter((element) => element.called).map(({ process }) => process),
    ),
  );
  for (const process of processes) {
    if (process.kind === 'stage') continue;
    const start = process.elements.find(isMessageStart);
    process.kind = kindOf(process, called, start);
    if (process.kind === 'strand' && start?.message) process.message = start.message;
  }
  return { main: processes.find((process) => process.kind === 'main')?.id ?? '', processes };
}

function kindOf(process: Process, called: Set<string | undefined>, start: Element | undefined): ProcessKind {
  if (start) return 'strand';
  return called.has(process.id) ? 'called' : 'main';
}

const isMessageStart = (element: Element): boolean =>
  element.kind === 'start' && element.message !== undefined;

function strangers(roots: ModdleElement[]): string[] {
  return roots
    .filter((root) => !allowedRoots.has(root.$type))
    .map(
      (root) =>
        `${root.$type.replace('bpmn:', '')} "${root.id ?? ''}" has no place in a pathway: leave it out`,
    );
}

function unknownAttributes(node: ModdleElement): string[] {
  return Object.keys(node.$attrs)
    .filter((name) => name.startsWith('pathway:'))
    .map(
      (name) => `"${node.id ?? ''}" has an attribute "${name}" that no pathway knows: correct its spelling`,
    );
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
    .join(', ');
