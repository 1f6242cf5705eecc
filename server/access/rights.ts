import { actions, type Action } from './actions.ts';
import stored from './rights.json' with { type: 'json' };

/** How far a right reaches, the widest last. */
export type Scope = 'own' | 'team' | 'service' | 'all';

export const scopes: readonly Scope[] = ['own', 'team', 'service', 'all'];

/** A role of the authority: what it may do, how far, and which roles of a drawing it can act in. */
export interface RoleRights {
  id: string;
  name: string;
  performs: readonly string[];
  /** families are held by people of this role */
  holdsFamilies: boolean;
  /** what is done in it is never for whoever manages the family's worker */
  independent: boolean;
  /** held until a day, never for good */
  timeLimited: boolean;
  reach: Partial<Record<Action, Scope>>;
}

/** Every role of an authority, by id. */
export type Rights = ReadonlyMap<string, RoleRights>;

type StoredRole = {
  id: string;
  name: string;
  performs: string[];
  holdsFamilies?: boolean;
  independent?: boolean;
  timeLimited?: boolean;
} & Partial<Record<Scope, string[]>>;

/** Reads the authority's roles; a right that does not exist is a fault of the file and stops the start. */
export function readRights(roles: StoredRole[]): Map<string, RoleRights> {
  return new Map(
    roles.map((role) => {
      const reach: Partial<Record<Action, Scope>> = {};
      for (const scope of scopes) {
        for (const action of role[scope] ?? []) {
          if (!isAction(action))
            throw new TypeError(`The role ${role.id} has the right "${action}", which does not exist.`);
          reach[action] = scope;
        }
      }
      const { id, name, performs } = role;
      const { holdsFamilies = false, independent = false, timeLimited = false } = role;
      return [id, { id, name, performs, holdsFamilies, independent, timeLimited, reach }];
    }),
  );
}

/** Whether the text names something that may be asked for. */
export function isAction(text: string): text is Action {
  return (actions as readonly string[]).includes(text);
}

export const defaultRights: Rights = readRights(stored.roles as StoredRole[]);

/** The name of a role as people read it: names are the program's, whatever the authority makes of the rights. */
export function roleName(id: string): string {
  return defaultRights.get(id)?.name ?? id;
}

/** Roles of the drawing that somebody with these roles can act in. */
export function performsOf(roles: { id: string }[]): string[] {
  return [...new Set(roles.flatMap((role) => defaultRights.get(role.id)?.performs ?? []))];
}
