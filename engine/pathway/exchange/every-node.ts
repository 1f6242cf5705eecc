import type { ModdleElement } from 'bpmn-moddle';

/** What a drawing holds at a node and inside it, outermost first; not what other programs have put beside it. */
export function* everyNode(node: ModdleElement): Generator<ModdleElement> {
  yield node;
  for (const inside of childrenOf(node)) yield* everyNode(inside);
}

/** Nodes that lie directly in a node, whatever the property they lie under. */
export function childrenOf(node: ModdleElement): ModdleElement[] {
  return contained(node).flatMap(({ name }) => nodesAt(node, name));
}

/** Takes nodes out of wherever they lie, and every mention of them; or out of one node's mentions only. */
export function takeOut(root: ModdleElement, gone: Set<ModdleElement>, where?: 'mentions only'): void {
  if (gone.size === 0) return;
  for (const node of where ? [root] : everyNode(root)) {
    for (const { name, isVirtual, isMany } of node.$descriptor.properties ?? []) {
      const value: unknown = isVirtual ? undefined : Object.getOwnPropertyDescriptor(node, name)?.value;
      if (isMany && Array.isArray(value)) {
        const left = (value as ModdleElement[]).filter((one) => !gone.has(one));
        if (left.length < value.length) node.set(name, left);
      } else if (gone.has(value as ModdleElement)) node.set(name, undefined);
    }
  }
}

/** Puts one node where another is: where it lies, and where it is mentioned. */
export function putInPlace(root: ModdleElement, old: ModdleElement, by: ModdleElement): void {
  if (old.$parent) by.$parent = old.$parent;
  for (const node of [...everyNode(root)]) {
    for (const { name, isVirtual } of node.$descriptor.properties ?? []) {
      const value: unknown = isVirtual ? undefined : Object.getOwnPropertyDescriptor(node, name)?.value;
      if (value === old) node.set(name, by);
      else if (Array.isArray(value) && value.includes(old)) {
        const at = value.indexOf(old);
        value.splice(at, 1, by);
      }
    }
  }
}

/** The nearest node around that has an id, the node itself included. */
export function named(node: ModdleElement): ModdleElement {
  return node.id === undefined && node.$parent ? named(node.$parent) : node;
}

const contained = (node: ModdleElement) =>
  (node.$descriptor.properties ?? []).filter(
    ({ isAttr, isReference, isVirtual }) => !isAttr && !isReference && !isVirtual,
  );

function nodesAt(node: ModdleElement, name: string): ModdleElement[] {
  const value: unknown = Object.getOwnPropertyDescriptor(node, name)?.value;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isNode);
}

/** What other programs put beside an element has no attributes of its own kind. */
const isNode = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$attrs' in value;
