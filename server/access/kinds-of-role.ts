import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import type { Store } from '../store/port.ts';
import type { Action } from './actions.ts';
import { rightsHere } from './rights-here.ts';
import { roleName, type Rights } from './rights.ts';

const looking: Action[] = ['manage-accounts', 'manage-roles'];
/** with one of these somebody comes to what is written about families, by the role alone */
const reading: Action[] = ['read-family', 'read-record', 'export-record', 'approve-disposal'];

const reaches = (rights: Rights, role: string, actions: Action[]): boolean =>
  actions.some((action) => rights.get(role)?.reach[action] !== undefined);

/** Whether somebody with these roles decides what others may do. */
export function looksAfterOthers(rights: Rights, roles: string[]): boolean {
  return roles.some((role) => reaches(rights, role, looking));
}

/** Which of these roles reach what is written about families. */
export function contentRoles(rights: Rights, roles: string[]): string[] {
  return roles.filter((role) => reaches(rights, role, reading));
}

const longestDays = 183;

/** What is wrong with the last day of an account that is for a time only; undefined: nothing. */
export function endFault(
  rights: Rights,
  { roles, until }: { roles: string[]; until?: Moment },
  now: Moment,
): string | undefined {
  const [role] = rolesForATime(rights, roles);
  if (role === undefined) return undefined;
  if (until !== undefined && until <= secondsAfter(now, (longestDays + 1) * 24 * 60 * 60)) return undefined;
  return `${roleName(role)}: such an account ends. Give it a last day, within ${String(longestDays)} days.`;
}

/** Which of these roles are for a time only. */
export function rolesForATime(rights: Rights, roles: string[]): string[] {
  return roles.filter((role) => rights.get(role)?.timeLimited === true);
}

/**
 * Whether a directory, or the provider by a group, may give the role. Who looks after accounts, and who is here for a
 * time only, is decided here by a person: a token that was lost makes nobody either of them.
 */
export async function givenByDirectory(store: Store): Promise<(role: string) => boolean> {
  const rights = await rightsHere(store);
  return (role) => !looksAfterOthers(rights, [role]) && rolesForATime(rights, [role]).length === 0;
}
