import { createAccount, defaultRights, performsOf, personFrom } from '../../../server/access/index.ts';
import type { Person } from '../../../server/access/index.ts';
import type { DocumentKind, FamilyRow } from '../../../server/store/index.ts';
import { aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import type { TestServer } from '../support/test-server.ts';

/**
 * How a family stands to whoever asks: as far as each scope reaches; closed to all; opened for a time, by a cover or
 * by an invitation; hidden by a conflict of interest; and once more when all that was given has ended.
 */
export const relations = [
  ...(['own', 'team', 'service', 'all', 'restricted'] as const),
  ...(['break-glass', 'covered', 'invited', 'conflict', 'expired'] as const),
];
export type Relation = (typeof relations)[number];

export const roles = [...defaultRights.keys()];

const teamOf: Record<Relation, string> = {
  ...{ own: 'elsewhere', team: 'north', service: 'south', all: 'elsewhere', restricted: 'north' },
  ...{ 'break-glass': 'elsewhere', covered: 'elsewhere', invited: 'elsewhere', expired: 'elsewhere' },
  conflict: 'north',
};

const later = '2026-09-01T13:00:00.000Z';
const ended = '2026-09-01T08:59:59.000Z';

export const taskFor = (relation: Relation, role: string): string => `task-${relation}-${role}`;
const accountOf = (role: string): string => `who-${role}`;

/** Ids of the files sent for each family. */
export type Files = Map<Relation, string>;

/** One family for each relation, with somebody in it, a completed form, a file, and a task for each role. */
export async function furnish(server: TestServer): Promise<Files> {
  const files: Files = new Map();
  for (const relation of relations) files.set(relation, await furnishOne(server, relation));
  for (const role of roles) await giveTo(server, role);
  return files;
}

async function furnishOne({ store }: TestServer, relation: Relation): Promise<string> {
  const id = `case-${relation}`;
  const holders = { own: roles.map(accountOf), covered: ['absent'], expired: ['was-absent'] };
  const family: FamilyRow = aFamily(id, {
    ...{ team: teamOf[relation], people: [`person-${relation}`] },
    staff: holders[relation as 'own'] ?? [],
    ...(relation === 'restricted'
      ? { restricted: { to: ['nobody'], contact: 'Kim', shown: 'hidden' as const } }
      : {}),
  });
  const tasks = roles.map((role) =>
    aTask(taskFor(relation, role), {
      ...{ case: id, team: teamOf[relation], assignee: relation === 'own' ? accountOf(role) : 'another' },
      role: { id: performsOf([{ id: role }])[0] ?? 'social-worker', name: '' },
    }),
  );
  const sent = await store.attach({
    ...{ bytes: (async function* () {})(), limit: 1, name: 'x', type: 'text/plain', by: 'another' },
    at: startOfTest,
  });
  if (!sent.ok) throw new Error('no file');
  const person = { id: `person-${relation}`, body: {}, keys: [], expecting: 0, by: 'x', at: startOfTest };
  const records = [aRecord(`record-${relation}`, { case: id })];
  const commit = aCommit(0, { case: aCase(id), family, tasks, records, people: [person] });
  const done = await store.commit({ ...commit, attachments: [sent.facts.id] });
  if (!done.ok) throw new Error(done.reason);
  const withheld = {
    case: id,
    from: { account: 'another' },
    reason: 'x',
    files: [],
    by: 'x',
    at: startOfTest,
  };
  const put = { kind: 'withheld', id: `withheld-${relation}`, about: id, case: id, body: withheld } as const;
  await store.put({ ...put, expecting: 0 });
  const given = { kind: 'shared-output', id: `shared-${relation}`, about: id, case: id } as const;
  await store.put({ ...given, body: { case: id, record: `record-${relation}` }, expecting: 0 });
  return sent.facts.id;
}

/** An account of the role, with everything that can be given for a time: as it lasts, and as it has ended. */
async function giveTo({ store }: TestServer, role: string): Promise<void> {
  const id = accountOf(role);
  const account = { id, name: id, displayName: id, roles: [role], team: 'north' };
  await createAccount(store, { ...account, conflicts: ['case-conflict'] });
  const put = async (kind: DocumentKind, name: string, body: object): Promise<void> => {
    const document = { account: id, by: 'x', at: startOfTest, ...body };
    const done = await store.put({ kind, id: `${id}-${name}`, owner: id, expecting: 0, body: document });
    if (!done.ok) throw new Error(done.reason);
  };
  const glass = { code: 'emergency', text: 'Why' };
  await put('break-glass', 'glass', { ...glass, case: 'case-break-glass', until: later });
  await put('break-glass', 'glass-on-closed', { ...glass, case: 'case-restricted', until: later });
  await put('break-glass', 'glass-on-conflict', { ...glass, case: 'case-conflict', until: later });
  await put('break-glass', 'glass-ended', { ...glass, case: 'case-expired', until: ended });
  const invitation = { purpose: 'Report', forms: [], records: [] };
  await put('invitation', 'invited', { ...invitation, case: 'case-invited', until: later });
  await put('invitation', 'invited-before', { ...invitation, case: 'case-expired', until: ended });
  const cover = { covering: id, from: '2026-08-31', to: '2026-09-01' };
  await put('cover', 'cover', { ...cover, absent: 'absent' });
  await put('cover', 'cover-before', { ...cover, absent: 'was-absent', to: '2026-08-31' });
}

/** The person as a request would find them. */
export async function personIn(server: TestServer, role: string): Promise<Person> {
  const found = await server.store.document<Parameters<typeof personFrom>[1]>('account', accountOf(role));
  if (!found) throw new Error(`no account for ${role}`);
  return personFrom(server, found.body);
}

/** The address of a route for one family, and the ids in it. */
export function addressOf(route: string, relation: Relation, role: string, files: Files): string {
  const ids: [RegExp, string][] = [
    [/\/(tasks|meetings|bookings)\/:id/, `/$1/${taskFor(relation, role)}`],
    [/\/people\/:id/, `/people/person-${relation}`],
    [/\/withholdings\/:id/, `/withholdings/withheld-${relation}`],
    [/\/shared\/:id/, `/shared/shared-${relation}`],
    [/\/records\/:id/, `/records/record-${relation}`],
    [/\/attachments\/:id/, `/attachments/${files.get(relation) ?? ''}`],
    [/\/(cases|families|invited)\/:id/, `/$1/case-${relation}`],
    [/:[a-z]+/g, 'x'],
  ];
  return ids.reduce((url, [part, value]) => url.replace(part, value), route);
}

/** What the address says for each name in the route's pattern. */
export function paramsOf(route: string, address: string): Record<string, string> {
  const values = address.split('/');
  return Object.fromEntries(
    route.split('/').flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), values[at] ?? '']] : [])),
  );
}

/** Some policies ask what was sent, not the address: what is printed is named in the body. */
export function bodyFor(relation: Relation): object {
  return { kind: 'record', id: `record-${relation}` };
}
