import type { CaseRecord } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { sayWithheld } from '../withholding/index.ts';

/**
 * What is withheld of a record, beside each answer, for those who read it: from whom, why, who decided. From somebody in
 * the family: then it is left out wherever the record is printed or handed out. Nobody is told of their own.
 */
export async function withheldShown({ store }: Host, record: CaseRecord, reader: Person) {
  const first = await firstOf({ store }, record);
  const said = (await Promise.all(first.map((id) => sayWithheld(store, record.case, id)))).flat();
  const others = said.filter(({ from }) => !('account' in from) || from.account !== reader.id);
  const people = await store.people(others.flatMap(({ from }) => from.person ?? []));
  return others.map(({ id, question = '', child, from, reason, by, at }) => {
    const person = people.find((one) => one.id === from.person);
    return {
      ...{ id, question, reason, by, at, inFamily: from.person !== undefined },
      from: from.name ?? shownPerson(from.person ?? '', person?.body ?? {}).name,
      ...(child === undefined ? {} : { child }),
    };
  });
}

/** The record and those it put right: what was withheld of one is withheld of the others. */
async function firstOf({ store }: Pick<Host, 'store'>, record: CaseRecord): Promise<string[]> {
  const was = record.corrects === undefined ? undefined : await store.record(record.corrects);
  return [record.id, ...(was ? await firstOf({ store }, was) : [])];
}
