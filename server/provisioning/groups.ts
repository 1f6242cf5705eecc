import { randomUUID } from 'node:crypto';
import { accountOf, changeAccount, closeSessionsOf, isOpen, logged } from '../access/index.ts';
import { refuseWrite } from '../errors.ts';
import { groupsMean, identityRules, rolesByGroups } from '../identity/index.ts';
import type { Services } from '../services.ts';
import type { Store, StoredDocument } from '../store/port.ts';
import { refuseScim } from './scim-error.ts';

/** A group of the directory: what it stands for here is told by the authority's rules. */
export interface Group {
  id: string;
  displayName: string;
  externalId?: string;
  /** ids of accounts */
  members: string[];
}

const owner = 'group';

export async function allGroups(store: Store): Promise<StoredDocument<Group>[]> {
  const found: StoredDocument<Group>[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(
      'documents',
      { kind: 'provisioning', owner },
      { limit: 500, ...(after === undefined ? {} : { after }) },
    );
    found.push(...(page.rows as StoredDocument<Group>[]));
    after = page.next;
  } while (after !== undefined);
  return found;
}

export async function groupDocument({ store }: Services, id: string): Promise<StoredDocument<Group>> {
  const found = id.startsWith('group-') ? await store.document<Group>('provisioning', id) : undefined;
  return found ?? refuseScim(404, 'There is no such group here.');
}

export async function createGroup(services: Services, said: Omit<Group, 'id'>): Promise<Group> {
  const group = { ...said, id: `group-${randomUUID()}` };
  await refuseTaken(services, group);
  await putGroup(services, group, 0, group.members);
  return group;
}

/** Changes a group as it is now; once more when the directory changes it twice at the same moment. */
export async function changeGroup(
  services: Services,
  id: string,
  change: (group: Group) => Group,
  tries = 5,
): Promise<Group> {
  const { body, revision } = await groupDocument(services, id);
  const next = { ...change(body), id };
  if (next.displayName !== body.displayName) await refuseTaken(services, next);
  const affected = [...new Set([...body.members, ...next.members])];
  const done = await putGroup(services, next, revision, affected, tries > 1);
  return done ? next : changeGroup(services, id, change, tries - 1);
}

export async function removeGroup(services: Services, id: string): Promise<void> {
  const { body } = await groupDocument(services, id);
  const removed = await services.store.remove('provisioning', id);
  if (!removed.ok) refuseWrite(removed);
  await applyGroups(services, body.members);
}

async function putGroup(
  services: Services,
  group: Group,
  expecting: number,
  affected: string[],
  again = false,
): Promise<boolean> {
  const put = await services.store.put({
    ...{ kind: 'provisioning', id: group.id, owner, body: group, expecting },
  });
  if (!put.ok && put.reason === 'conflict' && again) return false;
  if (!put.ok) refuseWrite(put);
  await applyGroups(services, affected);
  return true;
}

async function refuseTaken({ store }: Services, group: Group): Promise<void> {
  const others = (await allGroups(store)).filter((one) => one.id !== group.id);
  const same = (one: Group): boolean => one.displayName.toLowerCase() === group.displayName.toLowerCase();
  if (others.some(({ body }) => same(body))) refuseScim(409, 'Another group has this name.', 'uniqueness');
}

/** Gives these accounts what their groups stand for today, and takes what no group of theirs gives any more. */
export async function applyGroups(services: Services, accounts: string[]): Promise<void> {
  const { store, clock } = services;
  const [{ body: rules }, groups] = await Promise.all([identityRules(store), allGroups(store)]);
  const means = await groupsMean(store, rules);
  for (const id of accounts) {
    const found = await accountOf(store, id);
    if (!found) continue;
    const theirs = groups.map((one) => one.body).filter((group) => group.members.includes(id));
    const names = theirs.flatMap(({ displayName, externalId }) => [displayName, externalId ?? '']);
    const { team: _team, roles: _roles, ...rest } = found.body;
    const next = { ...rest, ...rolesByGroups(found.body, names, means) };
    const same = String(next.roles) === String(found.body.roles) && next.team === found.body.team;
    if (same) continue;
    const put = await changeAccount(
      store,
      logged(found.body, next, { by: 'scim', at: clock.now() }),
      found.revision,
    );
    if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
    if (!put.ok) await applyGroups(services, [id]);
    else if (!isOpen(next, clock.now())) await closeSessionsOf(services, id);
  }
}
