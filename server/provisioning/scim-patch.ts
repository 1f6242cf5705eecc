import { refuseScim } from './scim-error.ts';
import { readAttribute, readUser, type UserSaid } from './scim-user.ts';

export interface Operation {
  op: string;
  path?: string;
  value?: unknown;
}

export type Verb = 'add' | 'replace' | 'remove';

/** Some directories write the verb with a capital. */
export function verbOf({ op }: Operation): Verb {
  const verb = op.toLowerCase();
  if (verb === 'add' || verb === 'replace' || verb === 'remove') return verb;
  return refuseScim(400, 'An operation is add, replace or remove.', 'invalidSyntax');
}

/** What a list of operations says of a user, one after another (RFC 7644, 3.5.2). */
export function patchUser(operations: Operation[], before: { roles: string[] }): UserSaid {
  return operations.reduce<UserSaid>((said, operation) => {
    const verb = verbOf(operation);
    const { path, value } = operation;
    if (path === undefined) {
      if (verb === 'remove') refuseScim(400, 'What to remove is not named.', 'noTarget');
      if (typeof value !== 'object' || value === null) refuseScim(400, 'There is no value.', 'invalidValue');
      return { ...said, ...readUser(flat(value as Record<string, unknown>)) };
    }
    const roles = said.roles ?? before.roles;
    const one = /^roles\[value eq "([^"]{1,200})"\]$/i.exec(path)?.[1];
    if (verb === 'remove') return removed(said, path, roles, one);
    const next = readAttribute(said, path, value);
    const adds = verb === 'add' && path.toLowerCase() === 'roles';
    return adds ? { ...next, roles: [...new Set([...roles, ...(next.roles ?? [])])] } : next;
  }, {});
}

function removed(said: UserSaid, path: string, roles: string[], one: string | undefined): UserSaid {
  if (one !== undefined) return { ...said, roles: roles.filter((role) => role !== one) };
  if (path.toLowerCase() === 'roles') return { ...said, roles: [] };
  // what has to be there cannot be taken away, and what is not kept is gone already
  if (/^(userName|displayName|active|externalId)$/i.test(path)) {
    refuseScim(400, `${path} cannot be removed.`, 'mutability');
  }
  return readAttribute(said, path, undefined);
}

/** Some directories write 'name.formatted' as a key. */
function flat(value: Record<string, unknown>): Record<string, unknown> {
  const formatted = value['name.formatted'];
  return formatted === undefined ? value : { ...value, name: { formatted } };
}
