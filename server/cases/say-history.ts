import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { sayEntry } from './history-says.ts';

/** The timeline of a family, the latest first: sentences, who and when. What only the machine needs is left out. */
export async function sayHistory(host: Host, caseId: string, page: { after?: string; limit?: number }) {
  const stored = await host.store.load(caseId);
  const { rows, next } = await host.store.history(caseId, { ...page, newestFirst: true });
  const version = stored && (await host.versions.get(stored.case.version));
  if (!stored || !version) return undefined;
  const people = await host.store.people(stored.family.people);
  const given = rows.map((one) => one.about['to']).filter((to) => typeof to === 'string');
  const names = await accountNames(host.store, [...rows.map((one) => one.by), ...given]);
  const nameOf = (id: string): string => {
    const person = people.find((one) => one.id === id);
    return person ? shownPerson(id, person.body).called : (names.get(id) ?? 'Somebody');
  };
  const entries = rows.flatMap((entry) => {
    const says = sayEntry(entry, version, nameOf);
    if (!says) return [];
    const record = entry.about['record'];
    return {
      ...{ id: entry.id, at: entry.at, by: names.get(entry.by) ?? '', says, kind: entry.kind },
      children: entry.children.map(nameOf),
      ...(typeof record === 'string' ? { record } : {}),
    };
  });
  return { entries, ...(next ? { next } : {}) };
}
