import { defaultRights, isOpen, roleName, type Account } from '../access/index.ts';
import { refuseScim } from './scim-error.ts';

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** What is kept of somebody whom a directory describes; everything else it says is let go of. */
export interface UserSaid {
  userName?: string;
  externalId?: string;
  displayName?: string;
  active?: boolean;
  roles?: string[];
}

/** Attributes of the schema that are not kept here: a directory may send them, and nothing comes of it. */
const notKept =
  /^(id|schemas|meta|name|emails|phoneNumbers|ims|photos|addresses|entitlements|x509Certificates|groups|title|userType|nickName|profileUrl|preferredLanguage|locale|timezone|password|urn:)/i;

/** Reads one attribute into what is said; a path that means nothing here is refused. */
export function readAttribute(said: UserSaid, path: string, value: unknown): UserSaid {
  switch (path.toLowerCase()) {
    case 'username':
      return { ...said, userName: textIn(value, path) };
    case 'externalid':
      return { ...said, externalId: textIn(value, path) };
    case 'displayname':
      return { ...said, displayName: textIn(value, path) };
    case 'active':
      return { ...said, active: flagIn(value) };
    case 'roles':
      return { ...said, roles: rolesIn(value) };
    case 'name.formatted':
      return { ...said, displayName: said.displayName ?? textIn(value, path) };
    default:
      if (notKept.test(path)) return said;
      return refuseScim(400, `There is no attribute ${path.slice(0, 100)} here.`, 'invalidPath');
  }
}

/** Reads a whole user; the name to show comes from whatever holds one. */
export function readUser(body: Record<string, unknown>): UserSaid {
  const said = Object.entries(body)
    .filter(([path]) => path !== 'name')
    .reduce<UserSaid>((so, [path, value]) => readAttribute(so, path, value), {});
  const name = (body['name'] ?? {}) as { formatted?: unknown; givenName?: unknown; familyName?: unknown };
  const parts = [name.givenName, name.familyName].filter((one) => typeof one === 'string');
  const full = typeof name.formatted === 'string' ? name.formatted : parts.join(' ');
  if (said.displayName !== undefined || full.trim() === '') return said;
  return { ...said, displayName: textIn(full, 'name') };
}

function textIn(value: unknown, path: string): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value.trim();
  return refuseScim(400, `${path.slice(0, 100)} has to be a text of 1 to 200 characters.`, 'invalidValue');
}

/** Some directories send a truth as a word. */
function flagIn(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return refuseScim(400, 'active has to be true or false.', 'invalidValue');
}

function rolesIn(value: unknown): string[] {
  const several: unknown[] = Array.isArray(value) ? value : [value];
  return several.map((one) => {
    const id = typeof one === 'object' && one !== null ? (one as { value?: unknown }).value : one;
    if (typeof id === 'string' && defaultRights.has(id)) return id;
    return refuseScim(400, 'roles holds a role that does not exist here.', 'invalidValue');
  });
}

/** An account as a directory reads it. */
export function userOf(
  account: Account,
  about: { now: string; base: string; groups: { id: string; displayName: string }[] },
): Record<string, unknown> {
  const { id, name, displayName, externalId, roles } = account;
  return {
    schemas: [userSchema],
    ...{ id, userName: name, displayName, name: { formatted: displayName } },
    ...(externalId === undefined ? {} : { externalId }),
    active: isOpen(account, about.now),
    roles: roles.map((role) => ({ value: role, display: roleName(role) })),
    groups: about.groups.map((group) => ({ value: group.id, display: group.displayName })),
    meta: { resourceType: 'User', location: `${about.base}/Users/${id}` },
  };
}
