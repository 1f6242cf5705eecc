import { becauseOf, dayOf, elementAt, onlyWaits, openSteps } from '#engine';
import type { Case, CaseRecord, Clock, Version } from '#engine';
import { accountNames, performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { FamilyRow, StoredCase } from '../store/port.ts';
import { stagesOf } from './project.ts';
import { sayTasks } from './say-task.ts';
import { sayAge, sayDue, sayList } from './words.ts';
import type { DueSaid } from './words.ts';

/** Everything the family's page shows but its tasks and history, which are lists of their own. */
export async function familyPage(host: Host, stored: StoredCase, person: Person) {
  const { case: kase, family } = stored;
  const version = await host.versions.get(kase.version);
  const [people, records, network, tasks] = await Promise.all([
    host.store.people(family.people),
    host.store.list('records', { case: kase.id }, { limit: 500 }),
    host.store.part(kase.id, 'network'),
    host.store.list('case-tasks', { case: kase.id, state: 'open' }, { limit: 200 }),
  ]);
  const names = await accountNames(host.store, [family.worker, ...records.rows.map((one) => one.by)]);
  const shown = new Map(people.map((one) => [one.id, shownPerson(one.id, one.body)]));
  const nameOf = (id: string): string => shown.get(id)?.called ?? 'Name not recorded';
  const rows = network?.blocks['network'] ?? [];
  return {
    ...{ id: kase.id, name: family.name, revision: kase.revision, version: version.id },
    ...(family.restricted ? { restricted: true } : {}),
    ...(family.team ? { team: family.team } : {}),
    ...(family.worker ? { worker: { id: family.worker, name: names.get(family.worker) ?? '' } } : {}),
    children: kase.children.map((child) => childSaid(host, version, kase, child.id, nameOf)),
    people: relations(family, kase, rows, (id) => shown.get(id)?.name ?? 'Name not recorded'),
    network: { rows, revision: network?.revision ?? 0 },
    tasks: await sayTasks(host, tasks.rows),
    due: runningClocks(host, version, kase, nameOf),
    plans: records.rows
      .filter((one) => version.forms[one.form]?.id.endsWith('-plan'))
      .map((one) => ({
        ...{ id: one.id, title: version.forms[one.form]?.title ?? one.form, at: one.at },
        children: one.children.map(nameOf),
      })),
    records: byForm(version, records.rows, names, nameOf),
    addable: Object.values(version.forms)
      .filter((form) => form.anytime?.roles.some((role) => performsOf(person.roles).includes(role)))
      .map((form) => ({ form: form.id, title: form.anytime?.add ?? form.title, purpose: form.purpose })),
    strandMessages: messagesAnyone(version),
    blockShapes: version.blocks.filter((block) => block.id === 'network'),
    codeLists: version.dictionary.codeLists,
  };
}

/** Where a child is: stage, strands beside it, the steps that are open, in words. */
function childSaid(host: Host, version: Version, kase: Case, id: string, nameOf: (id: string) => string) {
  const today = dayOf(host.clock.now());
  const child = kase.children.find((one) => one.id === id);
  const age = sayAge(child ?? {}, today);
  const [stage] = stagesOf(version, kase, id);
  const strands = kase.tracks
    .filter((one) => one.child === id && one.track && one.process !== version.pathway.main)
    .map((one) => version.pathway.processes.find((process) => process.id === one.process)?.name ?? '');
  const steps = kase.tasks.filter((task) => task.children.includes(id));
  const open = steps.map((task) => elementAt(version.pathway, task.step)?.name ?? task.step);
  const unborn = !child?.born && child?.expected !== undefined;
  const since = kase.entered?.[id]?.on;
  return {
    person: {
      ...{ id, name: nameOf(id), unborn },
      ...(age ? { age } : {}),
      ...(child?.born ? { born: child.born } : {}),
      ...(child?.expected ? { expected: child.expected } : {}),
    },
    ...(stage ? { stage } : {}),
    ...(since ? { since } : {}),
    strands: [...new Set(strands)],
    words: stage
      ? `In ${stage.name}. Open: ${sayList(open) || 'nothing'}.`
      : open.length > 0
        ? `The main pathway has ended. Still open: ${sayList(open)}.`
        : 'Not open at the moment.',
    clocks: runningClocks(host, version, kase, nameOf, id),
  };
}

function runningClocks(
  host: Host,
  version: Version,
  kase: Case,
  nameOf: (id: string) => string,
  child?: string,
): DueSaid[] {
  const running = kase.clocks.filter(
    (clock) =>
      !clock.stopped && (!child || clock.child === child) && !onlyWaits(version.pathway, clock.timescale),
  );
  const said = running.map((clock) => sayClock(host, version, clock, nameOf, child === undefined));
  return said.sort((a, b) => a.on.localeCompare(b.on));
}

function sayClock(
  host: Host,
  version: Version,
  clock: Clock,
  nameOf: (id: string) => string,
  named: boolean,
): DueSaid {
  const timescale = version.timescales.find((one) => one.id === clock.timescale);
  const fact = version.facts.find((one) => one.id === timescale?.from);
  const because = timescale ? becauseOf(timescale, clock, fact?.name ?? timescale.from) : '';
  const due = {
    ...{ on: clock.due, because },
    timescale: { id: clock.timescale, name: timescale?.name ?? clock.timescale },
    ...(named ? { child: clock.child } : {}),
  };
  return sayDue(due, version, host.clock.now(), nameOf);
}

/** People of the family who are not its children, with what they are to them. */
function relations(
  family: FamilyRow,
  kase: Case,
  rows: Record<string, unknown>[],
  nameOf: (id: string) => string,
) {
  const children = new Set(kase.children.map((child) => child.id));
  return family.people
    .filter((id) => !children.has(id))
    .map((id) => {
      const row = rows.find((one) => one['personId'] === id);
      const relation = row?.['relationshipToEachChild'];
      return {
        ...{ id, name: nameOf(id), inHousehold: row?.['livesInHousehold'] === 'yes' },
        ...(typeof relation === 'string' ? { relation } : {}),
      };
    });
}

function byForm(
  version: Version,
  records: CaseRecord[],
  names: Map<string, string>,
  nameOf: (id: string) => string,
) {
  const corrected = new Set(records.map((one) => one.corrects));
  const current = records.filter((one) => !corrected.has(one.id));
  return Object.entries(Object.groupBy(current, (one) => one.form)).map(([form, items = []]) => ({
    form,
    title: version.forms[form]?.title ?? form,
    items: items.map((one) => ({
      ...{ id: one.id, at: one.at, by: names.get(one.by) ?? '', children: one.children.map(nameOf) },
    })),
  }));
}

/** Messages that nothing in the drawing sends: a person gives them, at any time. */
function messagesAnyone(version: Version): { message: string; title: string }[] {
  const sent = new Set(version.pathway.processes.flatMap((one) => one.elements).map((one) => one.sends));
  return version.pathway.processes
    .filter((process) => process.kind === 'strand' && process.message && !sent.has(process.message))
    .map((process) => ({ message: process.message ?? '', title: process.name }));
}

/** The drawing with where each child stands on it. */
export async function familyDrawing(host: Host, stored: StoredCase) {
  const { case: kase } = stored;
  const version = await host.versions.get(kase.version);
  const people = await host.store.people(kase.children.map((child) => child.id));
  return {
    xml: version.xml,
    children: kase.children.map(({ id }) => {
      const tracks = kase.tracks.filter((one) => one.child === id);
      // what only waits for news stands on a stage's border: the stage itself is marked already
      const paths = tracks
        .flatMap(({ track }) => (track ? openSteps(version.tables, track) : []))
        .filter((item) => item.kind !== 'message');
      const person = people.find((one) => one.id === id);
      return {
        ...{ id, name: shownPerson(id, person?.body ?? {}).called },
        elements: [...new Set(paths.flatMap((item) => item.path.split('/')))],
        passed: Object.keys(kase.last[id] ?? {}),
      };
    }),
  };
}
