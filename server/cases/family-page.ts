import type { CaseRecord, Version } from '#engine';
import { accountNames, allTeams, familyThing, may, performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { PersonRecord } from '../people/index.ts';
import type { PersonDocument, StoredCase } from '../store/port.ts';
import { newsOf } from './news.ts';
import { recordsOf } from './records-of.ts';
import { sayTasks } from './say-task.ts';
import { placesOf, runningClocks, sayChild } from './where-child-is.ts';

/** Everything the family's page shows but its history, which is a list of its own. */
export async function familyPage(host: Host, stored: StoredCase, person: Person) {
  const { case: kase, family } = stored;
  const version = await host.versions.get(kase.version);
  const readsRecords = may(person, 'read-record', familyThing(family)).ok;
  const [people, records, network, tasks, teams] = await Promise.all([
    host.store.people(family.people),
    readsRecords ? recordsOf(host.store, kase.id) : [],
    host.store.part(kase.id, 'network'),
    host.store.list('case-tasks', { case: kase.id, state: 'open' }, { limit: 500 }),
    allTeams(host.store),
  ]);
  const names = await accountNames(host.store, [family.worker, ...records.map((one) => one.by)]);
  const shown = new Map(people.map((one) => [one.id, shownPerson(one.id, one.body)]));
  const nameOf = (id: string): string => shown.get(id)?.called ?? 'Name not recorded';
  const showing = { version, kase, now: host.clock.now(), nameOf };
  const rows = network?.blocks['network'] ?? [];
  return {
    ...{ id: kase.id, name: family.name, revision: kase.revision, version: version.id },
    restricted: family.restricted !== undefined,
    ...openedUntil(person, family.id),
    ...(family.team ? { team: { id: family.team, name: teamName(teams, family.team) } } : {}),
    ...(family.worker ? { worker: { id: family.worker, name: names.get(family.worker) ?? '' } } : {}),
    children: kase.children.map((child) => sayChild(showing, child.id)),
    people: relations(stored, people, rows),
    network: { rows, revision: network?.revision ?? 0 },
    alerts: alertsOf(people),
    tasks: await sayTasks(host, tasks.rows),
    due: runningClocks(showing),
    plans: plansOf(version, records, nameOf),
    records: byForm(version, records, names, nameOf),
    ...addableBy(person, stored, version),
    blockShapes: version.blocks.filter((block) => block.id === 'network'),
    codeLists: version.dictionary.codeLists,
    attachments: {},
  };
}

function teamName(teams: { id: string; name: string }[], id: string): string {
  return teams.find((one) => one.id === id)?.name ?? id;
}

/** What this person may add at any time: short records, news that starts work of its own, a child. */
function addableBy(person: Person, { family }: StoredCase, version: Version) {
  const thing = familyThing(family);
  const roles = performsOf(person.roles);
  const forms = Object.values(version.forms).filter((form) =>
    form.anytime?.roles.some((role) => roles.includes(role)),
  );
  return {
    addable: may(person, 'add-record', thing).ok
      ? forms.map((form) => ({
          form: form.id,
          title: form.anytime?.add ?? form.title,
          purpose: form.purpose,
        }))
      : [],
    strandMessages: may(person, 'start-strand', thing).ok ? newsOf(version) : [],
    may: (
      ['add-child', 'change-network', 'restrict-family', 'invite-partner', 'withhold-part'] as const
    ).filter((action) => may(person, action, thing).ok),
  };
}

/** People of the family who are not its children, with what they are to them. */
function relations(
  { case: kase, family }: StoredCase,
  people: PersonDocument[],
  rows: Record<string, unknown>[],
) {
  const children = new Set(kase.children.map((child) => child.id));
  const others = family.people.filter((id) => !children.has(id));
  return others.map((id) => {
    // of two rows about one person the later one is what is known now
    const row = rows.findLast((one) => one['personId'] === id);
    const relation = row?.['relationshipToEachChild'];
    const document = people.find((one) => one.id === id);
    return {
      ...{ id, name: document ? shownPerson(id, document.body).name : 'Name not recorded' },
      inHousehold: row?.['livesInHousehold'] === 'yes',
      ...(typeof relation === 'string' ? { relation } : {}),
    };
  });
}

/** What whoever visits must know first: it stands on the people's own records. */
function alertsOf(people: PersonDocument[]) {
  return people.flatMap(({ id, body }) =>
    ((body as PersonRecord).alerts ?? []).map(({ kind, says }) => ({
      ...{ kind, says, person: { id, name: shownPerson(id, body).name } },
    })),
  );
}

function plansOf(version: Version, records: CaseRecord[], nameOf: (id: string) => string) {
  return current(records)
    .filter((one) => one.form.endsWith('-plan'))
    .map((one) => ({
      ...{ id: one.id, title: version.forms[one.form]?.title ?? one.form, at: one.at },
      children: one.children.map(nameOf),
    }));
}

function byForm(
  version: Version,
  records: CaseRecord[],
  names: Map<string, string>,
  nameOf: (id: string) => string,
) {
  const grouped = Object.groupBy(current(records), (one) => one.form);
  return Object.entries(grouped).map(([form, items = []]) => ({
    form,
    title: version.forms[form]?.title ?? form,
    items: items.map((one) => ({
      ...{ id: one.id, at: one.at, by: names.get(one.by) ?? '', children: one.children.map(nameOf) },
    })),
  }));
}

/** Records that no correction has taken the place of. */
function current(records: CaseRecord[]): CaseRecord[] {
  const corrected = new Set(records.map((one) => one.corrects));
  return records.filter((one) => !corrected.has(one.id));
}

/** The drawing with where each child stands on it. */
export async function familyDrawing(host: Host, stored: StoredCase) {
  const { case: kase } = stored;
  const version = await host.versions.get(kase.version);
  const people = await host.store.people(kase.children.map((child) => child.id));
  return {
    xml: version.xml,
    children: kase.children.map(({ id }) => {
      const person = people.find((one) => one.id === id);
      return { id, name: shownPerson(id, person?.body ?? {}).called, ...placesOf(version, kase, id) };
    }),
  };
}

/** Until when the reader sees the family by a reason they gave, and not by their role. */
function openedUntil({ grants = [] }: Person, family: string): { glass?: string } {
  const until = grants
    .filter((one) => one.kind === 'break-glass' && one.case === family)
    .map((one) => one.until);
  const last = until.sort().at(-1);
  return last === undefined ? {} : { glass: last };
}
