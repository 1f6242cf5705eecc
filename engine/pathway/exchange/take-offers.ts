import type { ModdleElement } from 'bpmn-moddle';
import { list, plain, readElement } from '../read-element.ts';
import { childrenOf, everyNode, putInPlace } from './every-node.ts';
import type { ImportOffer } from './import-finding.ts';
import { openDrawing } from './open-drawing.ts';
import type { OpenDrawing } from './open-drawing.ts';
import { makePlain } from './make-plain.ts';
import { joinAround, sweep, takeAllOut } from './what-goes.ts';

/** An offer of an import that a person takes, for one element. */
export interface Accepted {
  element: string;
  offer: ImportOffer;
}

/**
 * The drawing with the offers done, in the order given; the text '' where it can't be read. What is not there any
 * more, because an earlier offer took it along, is passed over.
 */
export async function takeOffers(xml: string, accepted: Accepted[], descriptor: object): Promise<string> {
  const read = await openDrawing(xml, descriptor);
  if ('finding' in read) return '';
  const { open } = read;
  for (const { element, offer } of accepted) {
    const node = [...everyNode(open.definitions)].find(({ id }) => id === element);
    if (node) takings[offer](open, node);
  }
  return (await open.moddle.toXML(open.definitions, { format: true })).xml;
}

/** The drawing without some of its elements: the way goes past a step that is left out, lines to nowhere go with it. */
export function leaveOut(xml: string, elements: string[], descriptor: object): Promise<string> {
  const accepted = elements.map((element) => ({ element, offer: 'leave out' as const }));
  return takeOffers(xml, accepted, descriptor);
}

const takings: Record<ImportOffer, (open: OpenDrawing, node: ModdleElement) => void> = {
  'leave out': remove,
  'keep as note': keepAsNote,
  'make it a step': (open, node) => void change(open, node, 'bpmn:UserTask'),
  'make it a question': (open, node) => void change(open, node, 'bpmn:ExclusiveGateway'),
  'make it plain': (open, node) => {
    const plainer = stages.has(node.$type) ? change(open, node, 'bpmn:SubProcess') : node;
    makePlain(plainer, readElement(plainer));
    sweep(open.definitions);
  },
};

const stages = new Set(['bpmn:AdHocSubProcess', 'bpmn:Transaction']);

function remove({ definitions }: OpenDrawing, node: ModdleElement): void {
  joinAround(definitions, node);
  takeAllOut(definitions, [node]);
}

/** Its place and its lines to notes stay; the ways through it are joined. */
function keepAsNote({ moddle, definitions }: OpenDrawing, node: ModdleElement): void {
  const text = plain(node.get('name')) ?? node.id ?? '';
  const note = moddle.create('bpmn:TextAnnotation', { id: node.id, text });
  const holder = holderOf(node);
  joinAround(definitions, node);
  for (const shape of shapesOf(definitions, node)) shape.set('bpmnElement', note);
  const lines = [...everyNode(definitions)].filter(({ $type }) => $type === 'bpmn:Association');
  for (const line of lines) {
    for (const end of ['sourceRef', 'targetRef']) if (line.get(end) === node) line.set(end, note);
  }
  if (holder) note.$parent = holder;
  holder?.set('artifacts', [...list(holder, 'artifacts'), note]);
  takeAllOut(definitions, [node]);
}

/** The process or stage around: what can hold notes. */
function holderOf(node: ModdleElement): ModdleElement | undefined {
  const around = node.$parent;
  return !around || around.$descriptor.propertiesByName?.['artifacts'] ? around : holderOf(around);
}

/** The same element as another type: what both types know stays, but not what makes it a program. */
function change({ moddle, definitions }: OpenDrawing, node: ModdleElement, type: string): ModdleElement {
  const other = moddle.create(type, {});
  for (const { name, isVirtual } of node.$descriptor.properties ?? []) {
    const value: unknown = isVirtual ? undefined : Object.getOwnPropertyDescriptor(node, name)?.value;
    if (value === undefined || leftBehind.has(name) || !other.$descriptor.propertiesByName?.[name]) continue;
    other.set(name, value);
  }
  for (const inside of childrenOf(other)) inside.$parent = other;
  putInPlace(definitions, node, other);
  makePlain(other, readElement(other));
  sweep(definitions);
  return other;
}

/** A place in which several lines met before may have had a default way; a step has none. */
const leftBehind = new Set(['implementation', 'script', 'operationRef', 'messageRef', 'instantiate']);

const shapesOf = (definitions: ModdleElement, node: ModdleElement): ModdleElement[] =>
  [...everyNode(definitions)].filter((drawn) => drawn.get('bpmnElement') === node);
