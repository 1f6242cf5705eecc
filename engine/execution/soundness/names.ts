import type { OpenItem, Pathway } from '../../contracts/index.ts';

/** What the drawing calls an element or process, in quotes; its id when it has no name. */
export type Names = (id: string) => string;

export function namesOf(pathway: Pathway | undefined): Names {
  const names = new Map<string, string>();
  for (const { id, name, elements, flows } of pathway?.processes ?? []) {
    if (name && !names.has(id)) names.set(id, name);
    for (const part of [...elements, ...flows]) if (part.name) names.set(part.id, part.name);
  }
  return (id) => `“${names.get(id) ?? id}”`;
}

/** “a”, “b” and “c” */
export function listed(items: OpenItem[], names: Names): string {
  const said = items.map(({ id }) => names(id));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
