import type { ModdleElement } from 'bpmn-moddle';
import type { Element, Flow, Pathway, Process, ProcessKind } from '../contracts/index.ts';
import { addLayout } from './read-layout.ts';
import { list, plain, readElement } from './read-element.ts';

/** What may stand at the top of a drawing, beside the processes; all else is named and refused. */
const allowedRoots = new Set(['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Message']);

/**
 * Reads the tree of a drawing, as a parser or an editor holds it, into plain data. `stumbled` is what the parser has
 * already said; it comes first among the warnings. A drawing without a process gives a pathway without one.
 */
export function readDefinitions(definitions: ModdleElement, stumbled: readonly string[] = []): Pathway {
  const roots = list(definitions, 'rootElements');
  const warnings = [...stumbled, ...strangers(roots)];
  const processes = roots
    .filter((root) => root.$type === 'bpmn:Process')
    .flatMap((root) => open(root, warnings));
  const pathway = { ...nameKinds(processes), warnings };
  addLayout(pathway, definitions);
  return pathway;
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
