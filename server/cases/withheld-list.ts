import { questionsOf } from '#engine';
import type { Person } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { isFrom, sayWithheld, withheldOf } from '../withholding/index.ts';

/** Everything that is withheld of a family, for those who answer for it; nobody is told of their own. */
export async function withheldList(host: Host, caseId: string, reader: Person) {
  const stored = (await host.store.load(caseId)) ?? refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const found = await withheldOf(host.store, caseId);
  const records = new Set(found.map(({ body }) => body.record));
  const said = (await Promise.all([...records].map((id) => sayWithheld(host.store, caseId, id)))).flat();
  const own = new Set(found.flatMap(({ id, body }) => (isFrom(body, reader.id) ? [id] : [])));
  const people = await host.store.people(said.flatMap(({ from }) => from.person ?? []));
  const items = await Promise.all(
    said
      .filter(({ id }) => !own.has(id))
      .map(async ({ id, question, block, from, reason, by, at }) => {
        const record = found.find((one) => one.id === id)?.body.record;
        const person = people.find((one) => one.id === from.person);
        const title = version.blocks.find((one) => one.id === block)?.title ?? block ?? '';
        return {
          ...{ id, reason, by, at, inFamily: from.person !== undefined },
          what: record === undefined ? title : await answerSaid(host, record, question ?? ''),
          from: from.name ?? shownPerson(from.person ?? '', person?.body ?? {}).name,
          ...(record === undefined ? {} : { record }),
        };
      }),
  );
  return {
    ...{ case: caseId, name: stored.family.name },
    items: items.sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** An answer by its form and its question, as it was asked then. */
async function answerSaid({ store, versions }: Host, id: string, question: string): Promise<string> {
  const record = await store.record(id);
  const form = record && (await versions.get(record.version)).forms[record.form];
  const asked = form && questionsOf(form).find((one) => one.id === question);
  const label = (asked?.label ?? question).replaceAll('[child]', 'the child');
  return `${form?.title ?? record?.form ?? ''}: ${label}`;
}
