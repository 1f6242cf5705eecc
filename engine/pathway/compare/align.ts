import type { Element, Pathway, Version } from '../../contracts/index.ts';

/**
 * The old version with the ids of the new one where a thing only has another id: of the same kind, under the same
 * name, and the only one of it on both sides. Nobody reads ids, so another id is no change.
 */
export function align(before: Version, after: Version): Version {
  const ids = new Map([...sameThings(before.pathway, after.pathway)]);
  if (ids.size === 0) return before;
  const now = (id: string): string => ids.get(id) ?? id;
  const optional = <K extends string>(key: K, id: string | undefined): Partial<Record<K, string>> =>
    id === undefined ? {} : ({ [key]: now(id) } as Partial<Record<K, string>>);
  const processes = before.pathway.processes.map((process) => ({
    ...process,
    id: process.kind === 'stage' ? now(process.id) : process.id,
    elements: process.elements.map((element): Element => ({
      ...element,
      id: now(element.id),
      ...optional('attachedTo', element.attachedTo),
      ...optional('notBy', element.notBy),
      ...optional('process', element.process),
    })),
    flows: process.flows.map((flow) => ({ ...flow, from: now(flow.from), to: now(flow.to) })),
  }));
  return { ...before, pathway: { ...before.pathway, processes } };
}

function* sameThings(before: Pathway, after: Pathway): Generator<[string, string]> {
  const [old, now] = [before, after].map((pathway) => pathway.processes.flatMap(({ elements }) => elements));
  if (!old || !now) return;
  const [known, kept] = [new Set(old.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
  const added = byName(now.filter(({ id }) => !known.has(id)));
  for (const [name, gone] of byName(old.filter(({ id }) => !kept.has(id)))) {
    const [one, other] = [gone[0], added.get(name)?.[0]];
    if (gone.length === 1 && added.get(name)?.length === 1 && one && other) yield [one.id, other.id];
  }
}

const byName = (elements: Element[]): Map<string, Element[]> =>
  Map.groupBy(
    elements.filter(({ name }) => name.trim() !== ''),
    ({ kind, name }) => `${kind} ${name.trim()}`,
  );
