import type { ModdleElement } from 'bpmn-moddle';
import { list } from '../read-element.ts';
import { everyNode } from './every-node.ts';

/** Says at each element again which lines come in and go out, as some editors leave to the lines: the layout reads it. */
export function sayWays(definitions: ModdleElement): void {
  for (const flow of everyNode(definitions)) {
    if (flow.$type !== 'bpmn:SequenceFlow') continue;
    sayOnce(flow.get('sourceRef') as ModdleElement | undefined, 'outgoing', flow);
    sayOnce(flow.get('targetRef') as ModdleElement | undefined, 'incoming', flow);
  }
}

function sayOnce(node: ModdleElement | undefined, which: 'incoming' | 'outgoing', flow: ModdleElement): void {
  if (node && !list(node, which).includes(flow)) node.set(which, [...list(node, which), flow]);
}
