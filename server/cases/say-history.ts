import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredEntry } from '../store/port.ts';
import { sayEntry } from './history-says.ts';
import { toldTogether } from './told-together.ts';

interface PageAsked {
  after?: string;
  limit?: number;
  /** what one act did to several children in as many entries, instead of in one */
  eachChild?: boolean;
}

/** The timeline of a family, the latest first: sentences, who and when. What only the machine needs is left out. */
export async function sayHistory(host: Host, caseId: string, { eachChild = false, ...page }: PageAsked) {
  const stored = await host.store.load(caseId);
  const { rows, next } = await host.store.history(caseId, { ...page, newestFirst: true });
  const version = stored && (await host.versions.get(stored.case.version));
  if (!stored || !version) return undefined;
  const people = await host.store.people(stored.family.people);
  const names = await accountNames(host.store, rows.flatMap(accountsIn));
  const nameOf = (id: string): string => {
    const person = people.find((one) => one.id === id);
    return person ? shownPerson(id, person.body).called : (names.get(id) ?? 'somebody');
  };
  const saysOf = (entry: StoredEntry): string | undefined => sayEntry(entry, version, nameOf);
  const entries = (eachChild ? rows : toldTogether(rows, saysOf)).flatMap((entry) => {
    const says = saysOf(entry);
    if (!says) return [];
    const record = entry.about['record'];
    return {
      ...{ id: entry.id, at: entry.at, by: names.get(entry.by) ?? 'The pathway', says, kind: entry.kind },
      children: entry.children.map(nameOf),
      ...(typeof record === 'string' ? { record } : {}),
    };
  });
  return { entries, ...(next ? { next } : {}) };
}

/** Accounts an entry is by, or names: whom a task was given to, who may know of the family. */
function accountsIn({ by, about }: StoredEntry): string[] {
  const named: unknown[] = [about['to']].flat();
  return [by, ...named.filter((id): id is string => typeof id === 'string')];
}
