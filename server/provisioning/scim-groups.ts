import { accountOf, type Account } from '../access/index.ts';
import type { Services } from '../services.ts';
import type { Group } from './groups.ts';
import { refuseScim } from './scim-error.ts';
import { verbOf, type Operation } from './scim-patch.ts';

export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** A group as a directory reads it. */
export function groupOf(group: Group, about: { base: string; members: boolean }): Record<string, unknown> {
  const { id, displayName, externalId, members } = group;
  return {
    ...{ schemas: [groupSchema], id, displayName },
    ...(externalId === undefined ? {} : { externalId }),
    ...(about.members ? { members: members.map((value) => ({ value })) } : {}),
    meta: { resourceType: 'Group', location: `${about.base}/Groups/${id}` },
  };
}

/** Reads a whole group. */
export function readGroup(body: Record<string, unknown>): Omit<Group, 'id'> {
  const { displayName, externalId, members } = body;
  return {
    displayName: textIn(displayName, 'displayName'),
    ...(externalId === undefined ? {} : { externalId: textIn(externalId, 'externalId') }),
    members: membersIn(members ?? []),
  };
}

/** What a list of operations makes of a group, one after another. */
export function patchGroup(operations: Operation[]): (group: Group) => Group {
  return (group) => operations.reduce(patched, group);
}

function patched(group: Group, operation: Operation): Group {
  const verb = verbOf(operation);
  const { path, value } = operation;
  if (path === undefined) {
    if (verb === 'remove') refuseScim(400, 'What to remove is not named.', 'noTarget');
    const entries = Object.entries((value ?? {}) as Record<string, unknown>);
    return entries.reduce((so, [name, one]) => patched(so, { op: verb, path: name, value: one }), group);
  }
  const one = /^members\[value eq "([^"]{1,200})"\]$/i.exec(path)?.[1];
  if (one !== undefined && verb === 'remove') {
    return { ...group, members: group.members.filter((member) => member !== one) };
  }
  switch (path.toLowerCase()) {
    case 'members':
      return { ...group, members: membersAfter(group.members, verb, value) };
    case 'displayname':
      return { ...group, displayName: textIn(value, path) };
    case 'externalid':
      return { ...group, externalId: textIn(value, path) };
    case 'id':
    case 'schemas':
      return group;
    default:
      return refuseScim(400, `There is no attribute ${path.slice(0, 100)} here.`, 'invalidPath');
  }
}

function membersAfter(before: string[], verb: 'add' | 'replace' | 'remove', value: unknown): string[] {
  const said = value === undefined ? [] : membersIn(value);
  if (verb === 'add') return [...new Set([...before, ...said])];
  if (verb === 'replace') return said;
  return value === undefined ? [] : before.filter((one) => !said.includes(one));
}

function membersIn(value: unknown): string[] {
  const several: unknown[] = Array.isArray(value) ? value : [value];
  const ids = several.map((one) => textIn((one as { value?: unknown } | null)?.value, 'members'));
  return [...new Set(ids)];
}

function textIn(value: unknown, path: string): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value.trim();
  return refuseScim(400, `${path} has to be a text of 1 to 200 characters.`, 'invalidValue');
}

/** Members have to be accounts of ours: a directory brings people before groups. */
export async function refuseStrangers({ store }: Services, members: string[]): Promise<void> {
  const found: (Account | undefined)[] = await Promise.all(
    members.map(async (id) => (await accountOf(store, id))?.body),
  );
  if (found.some((one) => one === undefined)) {
    refuseScim(400, 'A member is no user here. Bring the users first.', 'invalidValue');
  }
}
