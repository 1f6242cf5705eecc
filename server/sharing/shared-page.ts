import { dayOf, type CaseRecord, type Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { correctionOf, historyOf, recordsOf } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { peopleWithheld, readAs } from '../withholding/index.ts';
import { allDocuments, oldestFirst } from '../store/port.ts';
import { type OutputOpinion, type Recipient, type SharedOutput } from './shared-output.ts';

/** What was given of a record or of a record it is a correction of, and what may be chosen for giving it again. */
export async function sharedOfRecord(host: Host, record: CaseRecord, reader: string) {
  const { outputs, translations = [] } = await host.versions.get(record.version);
  const [family, hidden] = await Promise.all([
    host.store.family(record.case).then((one) => one ?? refuseAbsent()),
    peopleWithheld(host, record.case, reader),
  ]);
  const ids = [...new Set([...family.children.map(({ id }) => id), ...family.people])];
  const people = (await host.store.people(ids)).map((one) => shownPerson(one.id, one.body));
  return {
    shared: await sharedOfFamily(host, record.case, reader, record),
    people: people.filter(({ id }) => !hidden.has(id)).map(({ id, name }) => ({ id, name })),
    outputs: outputs.filter(({ form }) => form === record.form).map(choiceOf),
    today: dayOf(host.clock.now()),
    languages: translations.map(({ language, name }) => ({ id: language, name })),
    // a paper may be for one of the children it is about
    children: record.children.flatMap((id) => {
      const child = people.find((one) => one.id === id && !hidden.has(id));
      return child ? [{ id, name: child.name }] : [];
    }),
  };
}

const choiceOf = ({ id, title, audience, audiences = [] }: Version['outputs'][number]) => ({
  ...{ id, title },
  audiences: [...new Set([audience, ...audiences])],
});

/** What was given of a family's records, the latest first, as its reader may know of it. */
export async function sharedOfFamily(host: Host, caseId: string, reader: string, of?: CaseRecord) {
  const [found, said, hidden, reading] = await Promise.all([
    allDocuments<SharedOutput>(host.store, { kind: 'shared-output', about: caseId }),
    allDocuments<OutputOpinion>(host.store, { kind: 'output-opinion', about: caseId }),
    peopleWithheld(host, caseId, reader),
    readAs(host, caseId, reader),
  ]);
  const since = await changedSince(reading, caseId);
  const mayRead = (one: Recipient): boolean => !('person' in one) || !hidden.has(one.person);
  const rows = oldestFirst(found)
    .map(({ body }) => body)
    .filter(({ to, record }) => to.some(mayRead) && (!of || since.same(record, of.id)))
    .toReversed();
  const say = await names(host, rows);
  // why it was withdrawn, and own words, may hold what is withheld: whoever is not shown all is not shown them
  const all = reading === host;
  return rows.map(({ by, withdrawn, to, case: _case, layout: _layout, made, version, child, ...row }) => ({
    ...row,
    ...{ version: say.version(version), by: say.account(by) },
    ...{ hash: made.hash, bytes: made.bytes },
    ...(child === undefined || hidden.has(child) ? {} : { child: say.child(child) }),
    to: to.flatMap((one, from) => (mayRead(one) ? [{ from, name: say.recipient(one) }] : [])),
    ...since.of(row.record),
    ...(withdrawn
      ? {
          withdrawn: {
            ...{ by: say.account(withdrawn.by), at: withdrawn.at },
            ...(all ? { reason: withdrawn.reason } : {}),
          },
        }
      : {}),
    opinions: said.flatMap(({ body }) => opinionOf(body, row.id, to, mayRead, say.recipient, all)),
  }));
}

/** Opinions given in somebody's name; those that are nobody's are not shown beside a family. */
function opinionOf(
  { id, shared, from, whose, helpful, clear, words }: OutputOpinion,
  of: string,
  to: Recipient[],
  mayRead: (one: Recipient) => boolean,
  nameOf: (one: Recipient) => string,
  all: boolean,
) {
  const who = from === undefined ? undefined : to[from];
  if (shared !== of || !who || !mayRead(who)) return [];
  return [{ id, whose, name: nameOf(who), helpful, clear, ...(all && words ? { words } : {}) }];
}

/** What became of records since: corrected, or taken back with the step they came from. */
async function changedSince({ store }: Host, caseId: string) {
  const [records, history] = await Promise.all([recordsOf(store, caseId), historyOf(store, caseId)]);
  const byId = new Map(records.map((record) => [record.id, record]));
  const firstOf = (id: string): string => {
    const was = byId.get(id)?.corrects;
    return was === undefined || was === id ? id : firstOf(was);
  };
  const reopened = new Map(
    history
      .filter(({ kind }) => kind === 'task-reopened')
      .map((one) => [String(one.about['record']), one.at]),
  );
  return {
    same: (one: string, other: string): boolean => firstOf(one) === firstOf(other),
    of: (id: string) => {
      const record = byId.get(id);
      const next = record && correctionOf(record, records);
      if (next)
        return { older: { why: 'corrected' as const, on: dayOf(next.at), now: latest(next, records) } };
      const back = reopened.get(firstOf(id));
      return back ? { older: { why: 'reopened' as const, on: dayOf(back) } } : {};
    },
  };
}

function latest(record: CaseRecord, records: CaseRecord[]): string {
  const next = correctionOf(record, records);
  return next ? latest(next, records) : record.id;
}

async function names({ store, versions }: Host, rows: SharedOutput[]) {
  const [accounts, people, published] = await Promise.all([
    accountNames(
      store,
      rows.flatMap(({ by, withdrawn }) => [by, withdrawn?.by]),
    ),
    store.people([
      ...new Set(
        rows.flatMap(({ to, child }) => [
          ...to.flatMap((one) => ('person' in one ? [one.person] : [])),
          ...(child === undefined ? [] : [child]),
        ]),
      ),
    ]),
    versions.list(),
  ]);
  const called = new Map(people.map(({ id, body }) => [id, shownPerson(id, body).name]));
  return {
    account: (id: string): string => accounts.get(id) ?? 'Somebody who left',
    child: (id: string): string => called.get(id) ?? 'Somebody no longer on file',
    recipient: (one: Recipient): string =>
      'person' in one ? (called.get(one.person) ?? 'Somebody no longer on file') : one.agency,
    version: (id: string): string => published.find((one) => one.id === id)?.name ?? id,
  };
}
