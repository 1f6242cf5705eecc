import type { StoredDocument } from '../store/port.ts';
import type { Version } from '#engine';

/** Whoever rehearses plays every role: as a colleague of that role, so that who writes and who authorises are two. */
const sign = 'rehearsed:';

/** The colleague who does the steps of a role; a second one where the first may not decide on their own work. */
export const colleagueOf = (role: string, second = false): string =>
  `${sign}${role}${second ? ':second' : ''}`;

/** The account of a colleague, as pages name it; undefined for real people. */
export function playedBy(id: string): StoredDocument | undefined {
  if (!id.startsWith(sign)) return undefined;
  const [role = '', second] = id.slice(sign.length).split(':');
  const name = `${role.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())} (rehearsed)`;
  const displayName = second ? `Another ${name.replace(/^./, (letter) => letter.toLowerCase())}` : name;
  const body = { id, name: id, displayName, roles: [role], disabled: true };
  return { kind: 'account', id, revision: 1, body };
}

/** What a step's role is called. */
export const roleName = (version: Version, role: string): string =>
  version.roles.find(({ id }) => id === role)?.name ?? role;
