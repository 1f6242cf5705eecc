import type { ModdleElement } from 'bpmn-moddle';
import { list } from '../read-element.ts';

/**
 * A process as text with nothing but what a layout depends on: kinds, ids, lines, what sits on what. What other
 * programs have written beside the elements is not in it, and can't make it unreadable.
 */
export function bareText(process: ModdleElement): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bare">' +
    `${element(process)}</bpmn:definitions>`
  );
}

function element(node: ModdleElement): string {
  const tag = `bpmn:${lowerFirst(node.$type.replace('bpmn:', ''))}`;
  const attributes = ['attachedToRef', 'sourceRef', 'targetRef']
    .map((name) => [name, (node.get(name) as ModdleElement | undefined)?.id] as const)
    .filter(([, id]) => id !== undefined)
    .map(([name, id]) => ` ${name}="${escape(id ?? '')}"`);
  const ways = (['incoming', 'outgoing'] as const).flatMap((name) =>
    (Object.hasOwn(node, name) ? list(node, name) : []).map(
      ({ id }) => `<bpmn:${name}>${escape(id ?? '')}</bpmn:${name}>`,
    ),
  );
  const inside = list(node, 'flowElements').map(element);
  return `<${tag} id="${escape(node.id ?? '')}"${attributes.join('')}>${[...ways, ...inside].join('')}</${tag}>`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
