import type { Moment } from '#engine';
import { may } from '../access/index.ts';
import { defaultRights, familyThing, reachOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { FamilyRow } from '../store/port.ts';

/** A role of the authority near the family, or one colleague. */
export type To = { role: string } | { account: string };

/** Something taken further to somebody, who answers it. */
export interface Escalation {
  kind: 'escalation';
  case: string;
  children: string[];
  to: To;
  /** the open task it is about, and the name of its step */
  task?: string;
  what?: string;
  reason: string;
  by: string;
  at: Moment;
  answered?: { by: string; at: Moment; says: string };
}

/** Whose an open escalation is: what its document is found by. */
export function ownerOf(to: To): string {
  return 'role' in to ? `role:${to.role}` : `account:${to.account}`;
}

/** Whether it is for this person: named, or of the role and near the family. Nobody hears of a family closed to them. */
export function isFor(person: Person, to: To, family: FamilyRow): boolean {
  const thing = familyThing(family);
  if (!may(person, 'read-family', thing).ok) return false;
  // whoever comes for a time only reads: what they said would stand in the history
  if (person.roles.every((role) => defaultRights.get(role.id)?.timeLimited)) return false;
  if ('account' in to) return [person.id, ...(person.covers ?? [])].includes(to.account);
  if (!person.roles.some((role) => role.id === to.role)) return false;
  // of those who give work only who gives it to this family’s team; anybody else of the role who may read of it
  const own = { ...person, roles: person.roles.filter((role) => role.id === to.role) };
  return reachOf(own, 'give-task') === undefined || may(own, 'give-task', thing).ok;
}

/** Roles somebody may take something further to: whoever reads families further than their own. */
export function rolesToTell(): { id: string; name: string }[] {
  return [...defaultRights.values()]
    .filter(
      ({ reach, timeLimited }) => !timeLimited && (reach['give-task'] ?? reach['add-record']) !== undefined,
    )
    .filter(({ reach }) => reach['read-family'] === 'service' || reach['read-family'] === 'all')
    .map(({ id, name }) => ({ id, name }));
}
