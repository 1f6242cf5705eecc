import type { ModdleElement } from 'bpmn-moddle';
import { list } from '../read-element.ts';
import { everyNode, takeOut } from './every-node.ts';

/** What a node can't be without: it goes with the thing it mentions under one of these names. */
const essential = [
  ...['sourceRef', 'targetRef', 'bpmnElement', 'attachedToRef', 'dataObjectRef', 'dataStoreRef'],
  ...['signalRef', 'errorRef', 'escalationRef', 'messageRef'],
];

/**
 * Takes nodes out of a drawing with all that goes with them: what sits on them, the lines to and from them, triggers
 * that they stood for, and where all of it is drawn; and every mention of any of it.
 */
export function takeAllOut(definitions: ModdleElement, nodes: ModdleElement[]): void {
  const gone = new Set(nodes.flatMap((node) => [...everyNode(node)]));
  const clinging = [...everyNode(definitions)].filter(
    (node) =>
      !gone.has(node) && referencesOf(node).some(({ name, to }) => essential.includes(name) && gone.has(to)),
  );
  if (clinging.length > 0) takeAllOut(definitions, clinging);
  takeOut(definitions, gone);
  sweep(definitions);
}

/** Takes out what mentions something that is not in the drawing any more, until nothing does. */
export function sweep(definitions: ModdleElement): void {
  const there = new Set(everyNode(definitions));
  const lost = new Set<ModdleElement>();
  for (const node of there) {
    const mentioned = referencesOf(node).filter(({ to }) => !there.has(to));
    if (mentioned.some(({ name }) => essential.includes(name))) lost.add(node);
    else if (node.$type === 'bpmndi:BPMNDiagram' && !node.get('plane')) lost.add(node);
    else takeOut(node, new Set(mentioned.map(({ to }) => to)), 'mentions only');
  }
  if (lost.size === 0) return;
  takeOut(definitions, lost);
  sweep(definitions);
}

/** The way that led to a node leads to where it went on, when there was one way in and one way out. */
export function joinAround(definitions: ModdleElement, node: ModdleElement): void {
  const flows = [...everyNode(definitions)].filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const [into, moreInto] = flows.filter((flow) => flow.get('targetRef') === node);
  const [out, moreOut] = flows.filter((flow) => flow.get('sourceRef') === node);
  if (!into || !out || moreInto || moreOut || into === out) return;
  const next = out.get('targetRef') as ModdleElement;
  into.set('targetRef', next);
  next.set('incoming', [...list(next, 'incoming').filter((flow) => flow !== out), into]);
  node.set('incoming', []);
  const [way, on] = [into, out].map((flow) =>
    [...everyNode(definitions)].find((drawn) => drawn.get('bpmnElement') === flow),
  );
  if (way && on) way.set('waypoint', [...list(way, 'waypoint'), ...list(on, 'waypoint')]);
}

function referencesOf(node: ModdleElement): { name: string; to: ModdleElement }[] {
  return (node.$descriptor.properties ?? [])
    .filter(({ isReference, isVirtual }) => isReference && !isVirtual)
    .flatMap(({ name }) => {
      const value: unknown = Object.getOwnPropertyDescriptor(node, name)?.value;
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return values.filter((one) => one !== undefined).map((to) => ({ name, to: to as ModdleElement }));
    });
}
