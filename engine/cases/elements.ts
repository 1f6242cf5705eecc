import type { Element, Form, Pathway, Version } from '../contracts/index.ts';

const lookups = new WeakMap<Pathway, Map<string, Element>>();

/** The element of a drawing with this id. Ids are unique over the whole drawing. */
export function elementAt(pathway: Pathway, id: string): Element | undefined {
  let lookup = lookups.get(pathway);
  if (!lookup) {
    lookup = new Map(pathway.processes.flatMap((one) => one.elements).map((one) => [one.id, one]));
    lookups.set(pathway, lookup);
  }
  return lookup.get(id);
}

/** The form a step opens. A version without it never passes its checks, so its absence is a defect. */
export function formOf(version: Version, id: string): Form {
  const form = version.forms[id];
  if (!form) throw new Error(`version ${version.id} has no form ${id}`);
  return form;
}
