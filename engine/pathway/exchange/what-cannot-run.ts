import type { ModdleElement } from 'bpmn-moddle';
import { list, plain, readElement } from '../read-element.ts';
import { childrenOf, everyNode } from './every-node.ts';
import type { ImportFinding } from './import-finding.ts';
import { sayingOf, typeInWords } from './plain-words.ts';

const allowedRoots = new Set(['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Message']);
/** Lines, and boxes that only help the eye. */
const drawnOnly = new Set(['bpmn:SequenceFlow', 'bpmn:Association', 'bpmn:Group']);
/** What stands in a process beside its elements, and may be drawn. */
const beside = new Set(['bpmn:LaneSet', 'bpmn:DataInput', 'bpmn:DataOutput']);

/** Element by element, in the order of the file, what of a drawing can't run here; by the same reading as publishing. */
export function whatCannotRun(definitions: ModdleElement): ImportFinding[] {
  return list(definitions, 'rootElements').flatMap((root) => {
    if (root.$type === 'bpmn:Process') return inside(root);
    return allowedRoots.has(root.$type) ? [] : [say(root, root.$type)];
  });
}

function inside(process: ModdleElement): ImportFinding[] {
  const drawn = [...list(process, 'flowElements'), ...list(process, 'artifacts')];
  return [
    ...list(process, 'laneSets').map((lanes) => sayLanes(lanes)),
    ...drawn.flatMap((node) => {
      if (node.$type === 'bpmn:SequenceFlow') return program(node);
      if (drawnOnly.has(node.$type)) return [];
      const { kind, bpmnType } = readElement(node);
      const here = kind === 'refused' ? [say(node, bpmnType)] : [];
      return 'flowElements' in node || 'laneSets' in node ? [...here, ...inside(node)] : here;
    }),
    ...childrenOf(process)
      .filter((node) => node.$type === 'bpmn:InputOutputSpecification')
      .flatMap((node) => childrenOf(node).filter(({ $type }) => beside.has($type)))
      .map((node) => say(node, node.$type)),
  ];
}

/** A condition in the language of a program; FEEL, and a condition that names no language, are read by the checks. */
function program(flow: ModdleElement): ImportFinding[] {
  const condition = flow.get('conditionExpression') as ModdleElement | undefined;
  const language = plain(condition?.get('language'));
  if (language === undefined || /feel/i.test(language)) return [];
  const message = `The line ${called(flow)} is taken when a program in ${language} says so. No program in a drawing is ever run here: take it off and say in words which answer takes this line.`;
  return [{ ...about(flow, 'bpmn:SequenceFlow, program'), message, offer: 'make it plain' }];
}

function sayLanes(lanes: ModdleElement): ImportFinding {
  const names = [...everyNode(lanes)]
    .filter((node) => node.$type === 'bpmn:Lane')
    .map((lane) => plain(lane.get('name')))
    .filter((name) => name !== undefined);
  const which = names.length > 0 ? `Lanes (${names.join(', ')})` : 'Lanes';
  const message = `${which} say who does a step. Here each step says it itself: leave the lanes out and say on each step who does it.`;
  return { ...about(lanes, lanes.$type), message, offer: 'leave out' };
}

function say(node: ModdleElement, bpmnType: string): ImportFinding {
  const { what, todo, offer } = sayingOf(bpmnType);
  const message = `${called(node)} (${article(typeInWords(bpmnType))}) ${what}. ${todo}`;
  return { ...about(node, bpmnType), message, ...(node.id === undefined ? {} : { offer }) };
}

function about(node: ModdleElement, bpmnType: string): Omit<ImportFinding, 'message'> {
  const element = node.id === undefined ? {} : { element: node.id };
  return { check: 'runs-here', level: 'error', ...element, bpmnType, name: plain(node.get('name')) ?? '' };
}

const called = (node: ModdleElement): string => `“${plain(node.get('name')) ?? node.id ?? 'without a name'}”`;

const article = (noun: string): string => (/^([aeio]|un)/.test(noun) ? `an ${noun}` : `a ${noun}`);
