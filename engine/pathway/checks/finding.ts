import type { Element, Finding } from '../../contracts/index.ts';

/** A finding about an element of the drawing, or about the drawing as a whole when there is none. */
export function finding(
  check: string,
  level: Finding['level'],
  element: Pick<Element, 'id'> | null,
  message: string,
): Finding {
  return { check, level, ...(element ? { element: element.id } : {}), message };
}

/** Names in a sentence: “a”, “b” and “c”. */
export function named(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
