import { accountNames, familyThing, may, readerOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow, StoredCase } from '../store/port.ts';
import { readAs } from '../withholding/index.ts';
import { blockOf, planBlocks } from './blocks.ts';
import { ownersIn } from './owners.ts';
import { sayActions, type SaidAction } from './say-actions.ts';

/** Families looked through for one account: more than anybody holds. */
const most = 200;

export interface MyAction extends SaidAction {
  case: string;
  caseName: string;
}

/** What is left to do for one account in the plans of the families they work with, the most overdue first. */
export async function myActions(host: Host, person: Person): Promise<MyAction[]> {
  const families = (await familiesOf(host, person)).filter(
    (family) => may(person, 'read-family', familyThing(family)).ok,
  );
  const found = await Promise.all(families.map((family) => openIn(host, person, family)));
  return found.flat().toSorted(soonestFirst);
}

/** Those that are theirs, and those in which a step waits for them. */
async function familiesOf({ store }: Host, person: Person): Promise<FamilyRow[]> {
  const reader = readerOf(person);
  const [held, tasks] = await Promise.all([
    store.list('families', { ...reader, worker: person.id }, { limit: most }),
    store.list('open-tasks', { ...reader, assignee: person.id }, { limit: most }),
  ]);
  const further = new Set(tasks.rows.map((task) => task.case));
  for (const { id } of held.rows) further.delete(id);
  const others = await Promise.all([...further].map((id) => store.family(id)));
  return [...held.rows, ...others.filter((one) => one !== undefined)];
}

const soonestFirst = (a: MyAction, b: MyAction): number =>
  (a.byWhen ?? '9999').localeCompare(b.byWhen ?? '9999');

async function openIn(host: Host, person: Person, family: FamilyRow): Promise<MyAction[]> {
  const reading = await readAs(host, family.id, person.id);
  const stored = await reading.store.load(family.id);
  return stored ? openActions(reading, stored, person) : [];
}

/** The same of one family; `reading` is the server as they may read that family. */
export async function openActions(reading: Host, stored: StoredCase, person: Person): Promise<MyAction[]> {
  const { store, clock, versions } = reading;
  const { id } = stored.family;
  const version = await versions.get(stored.case.version);
  const part = await store.part(id, blockOf(version, planBlocks.actions)?.part ?? '');
  if (!part) return [];
  const [owners, names] = await Promise.all([ownersIn(store, stored.family), accountNames(store, [part.by])]);
  const said = sayActions({
    ...{ version, now: clock.now(), parts: [part], owners },
    accountName: (id) => names.get(id) ?? 'Somebody who left',
  });
  return said
    .filter((one) => !one.settled && one.owner?.id === person.id)
    .map(({ said: _, ...one }) => ({ ...one, case: id, caseName: stored.family.name }));
}
