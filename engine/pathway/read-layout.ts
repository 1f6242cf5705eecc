import type { ModdleElement } from 'bpmn-moddle';
import type { Element, Flow, Pathway } from '../contracts/index.ts';
import { list } from './read-element.ts';

/**
 * Adds to elements and flows where the diagram layer draws them: the order of the stages on a board and the check on
 * crossing lines read it. A drawing without a diagram layer is left as it is.
 */
export function addLayout(pathway: Pathway, definitions: ModdleElement): void {
  const elements = new Map<string, Element>();
  const flows = new Map<string, Flow>();
  for (const process of pathway.processes) {
    for (const element of process.elements) elements.set(element.id, element);
    for (const flow of process.flows) flows.set(flow.id, flow);
  }
  for (const drawn of list(definitions, 'diagrams').flatMap(shapesOf)) {
    const id = (drawn.get('bpmnElement') as ModdleElement | undefined)?.id ?? '';
    const element = elements.get(id);
    const bounds = drawn.get('bounds') as ModdleElement | undefined;
    if (element && bounds) {
      element.at = { ...point(bounds), width: size(bounds, 'width'), height: size(bounds, 'height') };
    }
    const flow = flows.get(id);
    if (flow) flow.way = list(drawn, 'waypoint').map(point);
  }
}

function shapesOf(diagram: ModdleElement): ModdleElement[] {
  const plane = diagram.get('plane') as ModdleElement | undefined;
  return plane ? list(plane, 'planeElement') : [];
}

const point = (node: ModdleElement): { x: number; y: number } => ({ x: size(node, 'x'), y: size(node, 'y') });

const size = (node: ModdleElement, name: string): number => Number(node.get(name) ?? 0);
