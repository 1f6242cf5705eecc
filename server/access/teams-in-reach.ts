import type { Action } from './actions.ts';
import type { Person } from './person.ts';
import { defaultRights, scopes, type Scope } from './rights.ts';

/** How far a person's roles carry an action at the widest; undefined: not at all. */
export function reachOf(person: Person, action: Action): Scope | undefined {
  const rights = person.rights ?? defaultRights;
  const granted = person.roles.map((role) => rights.get(role.id)?.reach[action]);
  return scopes.findLast((scope) => granted.includes(scope));
}
/**
 * Teams whose rows a list may show to a person: the lists' side of `may`. 'all': without bounds. The empty id stands
 * for what no team has yet, which a whole service looks after. A list is of teams: who may see their own only has none.
 */
export function teamsInReach(person: Person, action: Action): 'all' | string[] {
  const own = person.team ? [person.team.id] : [];
  switch (reachOf(person, action)) {
    case undefined:
    case 'own':
      return [];
    case 'team':
      return own;
    case 'service':
      return [...new Set([...own, ...person.serviceTeams, ''])];
    case 'all':
      return 'all';
  }
}

/** Who reads, as every list is told it: what the person must not know of is left out, and counted nowhere. */
export function readerOf({ id, conflicts }: Person): { reader: string; without?: string[] } {
  return { reader: id, ...(conflicts?.length ? { without: conflicts } : {}) };
}

/** The same, narrowed to one team when somebody asked for it. */
export function narrowTeams(teams: 'all' | string[], asked: string | undefined): { teams?: string[] } {
  if (asked !== undefined) return { teams: teams === 'all' || teams.includes(asked) ? [asked] : [] };
  return teams === 'all' ? {} : { teams };
}
