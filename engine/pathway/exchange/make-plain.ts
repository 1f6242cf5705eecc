import type { ModdleElement } from 'bpmn-moddle';
import type { Element } from '../../contracts/index.ts';
import { list } from '../read-element.ts';
import { childrenOf } from './every-node.ts';

/** What makes an element something that a program does, or does by itself. */
const programs = [
  'loopCharacteristics',
  'ioSpecification',
  'resources',
  'dataInputAssociations',
  'dataOutputAssociations',
  'implementation',
  'isForCompensation',
  'instantiate',
  'cancelActivity',
  'extensionElements',
];

/**
 * Takes off an element what can't run here and what other programs have put beside it. A start or an end that reacts
 * to more than it may becomes a plain one; a line loses a condition that is a program.
 */
export function makePlain(node: ModdleElement, read: Element): void {
  for (const name of programs) {
    if (Object.hasOwn(node, name)) node.set(name, undefined);
  }
  if (read.kind === 'refused' && /StartEvent|EndEvent/.test(node.$type)) node.set('eventDefinitions', []);
  const condition =
    node.$type === 'bpmn:SequenceFlow' && (node.get('conditionExpression') as ModdleElement | undefined);
  if (condition && condition.get('language') && !/feel/i.test(String(condition.get('language')))) {
    node.set('conditionExpression', undefined);
  }
  bare(node);
  for (const inside of [...list(node, 'eventDefinitions'), ...childrenOf(node).filter(({ id }) => !id)]) {
    bare(inside);
  }
}

function bare(node: ModdleElement): void {
  for (const name of Object.keys(node.$attrs)) {
    if (name.includes(':') && !/^(xmlns|xsi):/.test(name)) delete node.$attrs[name];
  }
}
