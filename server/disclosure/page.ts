import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredCase, StoredDocument } from '../store/port.ts';
import { disclosuresOf, type Disclosure } from './disclosure.ts';
import { gather } from './gather.ts';
import { propose } from './propose.ts';
import { reasons } from './reasons.ts';

type Names = (account: string) => { id: string; name: string };

/** What was begun and made for people of a family, and whose record can be asked for. */
export async function listPage(host: Host, stored: StoredCase) {
  const people = await host.store.people(stored.family.people);
  const all = (await disclosuresOf(host.store, stored.case.id)).filter(({ body }) => 'redactions' in body);
  const nameOf = await namesFor(
    host,
    all.map((one) => one.body),
  );
  return {
    family: { id: stored.case.id, name: stored.family.name },
    people: people.map((one) => ({ id: one.id, name: shownPerson(one.id, one.body).name })),
    disclosures: await Promise.all(all.map(({ body }) => factsOf(host, body, nameOf))),
  };
}

/** One disclosure with everything that is held, what is left out and what is offered to be. */
export async function disclosurePage(
  host: Host,
  stored: StoredCase,
  { body, revision }: StoredDocument<Disclosure>,
) {
  const items = await gather(host, stored, body);
  const nameOf = await namesFor(host, [body]);
  return {
    ...(await factsOf(host, body, nameOf)),
    ...{ revision, items, reasons: reasons.map(({ id, name }) => ({ id, name })) },
    redactions: body.redactions.map((one) => ({ ...one, by: nameOf(one.by) })),
    proposals: await propose(host, stored, body, items),
  };
}

async function factsOf(host: Host, { id, person, from, to, by, at, made }: Disclosure, nameOf: Names) {
  const document = await host.store.person(person);
  const name = document ? shownPerson(person, document.body).name : 'Name not recorded';
  return {
    ...{ id, person: { id: person, name }, by: nameOf(by), at },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(made ? { made: { ...made, by: nameOf(made.by) } } : {}),
  };
}

async function namesFor({ store }: Host, all: Disclosure[]): Promise<Names> {
  const names = await accountNames(
    store,
    all.flatMap((one) => [one.by, one.made?.by, ...one.redactions.map((mark) => mark.by)]),
  );
  return (id) => ({ id, name: names.get(id) ?? 'Somebody who left' });
}
