import { accountNames, accountOf, familyThing, may, roleName, type Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { FamilyRow, StoredAuditEntry } from '../store/port.ts';
import { sayDid, sortOf, type Sort } from './did.ts';

/** An entry as it is shown. Names are looked up as it is read: the audit itself holds ids alone. */
export interface SaidEntry {
  at: string;
  who: { id: string; name: string; roles: string };
  did: string;
  sort: Sort;
  /** what it was about, as far as the reader may know */
  about?: string;
  /** the family's reference, and its name where the reader may know it */
  case?: { id: string; name?: string };
  refused?: string;
  /** looked at by breaking the glass */
  glass: boolean;
}

const refusals: Record<string, string> = {
  hidden: 'Refused: the family is hidden from them',
  restricted: 'Refused: the family is restricted',
  'out-of-reach': 'Refused: the family is with another team',
  'no-right': 'Refused: their role does not include it',
  'not-your-role': 'Refused: the step is for another role',
  withheld: 'Refused: it is withheld from them',
  'signed-out': 'Refused: nobody was signed in',
  'step-up': 'Refused until they showed again who they are',
};

/** Says entries in words for one reader. */
export async function sayEntries(
  host: Host,
  reader: Person,
  entries: StoredAuditEntry[],
): Promise<SaidEntry[]> {
  const names = await accountNames(
    host.store,
    entries.map((one) => one.actor),
  );
  const families = await familiesKnown(host, reader, entries);
  const roles = await rolesOf(host, [...names.keys()]);
  const things = await thingsKnown(host, entries, families);
  return entries.map((entry) => {
    const family = entry.case === undefined ? undefined : families.get(entry.case);
    const about = entry.thing && things.get(entry.thing.id);
    return {
      ...{ at: entry.at, did: sayDid(entry.action), sort: sortOf(entry), glass: isGlass(entry) },
      who: {
        id: entry.actor ?? '',
        name: names.get(entry.actor ?? '') ?? (entry.actor ? 'Somebody who left' : 'Nobody signed in'),
        roles: roles.get(entry.actor ?? '') ?? '',
      },
      ...(about === undefined ? {} : { about }),
      ...(entry.case === undefined
        ? {}
        : { case: { id: entry.case, ...(family ? { name: family.name } : {}) } }),
      ...(entry.outcome === 'ok' ? {} : { refused: sayRefused(entry) }),
    };
  });
}

/** An entry made under a grant of broken glass names it; the breaking itself is one too. */
function isGlass({ action, grant }: StoredAuditEntry): boolean {
  return action === 'break-glass' || grant === 'break-glass';
}

function sayRefused({ outcome, reason }: StoredAuditEntry): string {
  if (outcome === 'failed') return 'Did not work, because of a fault';
  return refusals[reason ?? ''] ?? 'Refused';
}

/** Families whose names the reader may see; the others show their reference only. */
async function familiesKnown(
  { store }: Host,
  reader: Person,
  entries: StoredAuditEntry[],
): Promise<Map<string, FamilyRow>> {
  const ids = [...new Set(entries.flatMap((one) => one.case ?? []))];
  const found = await Promise.all(ids.map((id) => store.family(id)));
  const named = found.filter((one) => one !== undefined && mayName(reader, one));
  return new Map(named.flatMap((one) => (one ? [[one.id, one] as const] : [])));
}

/** Whether a reader may know a family by its name: who reads it, and who finds families to answer for their records. */
export function mayName(reader: Person, family: FamilyRow): boolean {
  const thing = familyThing(family);
  return (['read-family', 'export-record'] as const).some((action) => may(reader, action, thing).ok);
}

async function rolesOf({ store }: Host, ids: string[]): Promise<Map<string, string>> {
  const found = await Promise.all(ids.map((id) => accountOf(store, id)));
  return new Map(
    found.flatMap((one) => (one ? [[one.id, one.body.roles.map(roleName).join(', ')] as const] : [])),
  );
}

/** Titles of records, steps of tasks and names of people, of families the reader may know. A file's name may tell. */
async function thingsKnown(
  host: Host,
  entries: StoredAuditEntry[],
  families: Map<string, FamilyRow>,
): Promise<Map<string, string>> {
  const wanted = new Map(
    entries.flatMap(({ thing, case: of }) => (thing && of && families.has(of) ? [[thing.id, thing]] : [])),
  );
  const said = await Promise.all(
    [...wanted.values()].map(async ({ id, kind }) => [id, await nameThing(host, kind, id)] as const),
  );
  return new Map(said.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}

async function nameThing({ store, versions }: Host, kind: string, id: string): Promise<string | undefined> {
  switch (kind) {
    case 'record': {
      const record = await store.record(id);
      return record && ((await versions.get(record.version)).forms[record.form]?.title ?? record.form);
    }
    case 'task':
      return (await store.task(id))?.what;
    case 'person': {
      const person = await store.person(id);
      return person && shownPerson(id, person.body).name;
    }
    default:
      return undefined;
  }
}
