import type { Store } from '../store/port.ts';
import type { Action } from './actions.ts';
import { defaultRights, isAction, scopes, type Rights, type Scope } from './rights.ts';

/** What the authority made of the rights: by role and action how far it reaches; null: not at all. */
export interface RightsSetting {
  changed: Record<string, Record<string, Scope | null>>;
  /** who changed what and when, the latest first */
  log: RightsChange[];
}

export interface RightsChange {
  at: string;
  by: string;
  role: string;
  action: string;
  from: Scope | null;
  to: Scope | null;
  reason: string;
}

const kept = new WeakMap<Store, { revision: number; rights: Rights }>();

/**
 * The rights of this authority at present: the defaults with what the authority changed. The setting is read every
 * time, so that a change holds on every server at the next request; only what was made of it is remembered.
 */
export async function rightsHere(store: Store): Promise<Rights> {
  const found = await store.document<RightsSetting>('setting', 'rights');
  if (!found) return defaultRights;
  const known = kept.get(store);
  if (known?.revision === found.revision) return known.rights;
  const rights = withChanges(defaultRights, found.body.changed);
  kept.set(store, { revision: found.revision, rights });
  return rights;
}

/** The rights with changes applied; what is unknown to this release is left out, which never gives a right. */
export function withChanges(rights: Rights, changed: RightsSetting['changed']): Rights {
  return new Map(
    [...rights].map(([id, role]) => {
      const entries = Object.entries(changed[id] ?? {}).filter(([action]) => isAction(action));
      const reach = { ...role.reach };
      for (const [action, scope] of entries) {
        if (scope === null) delete reach[action as Action];
        else if (scopes.includes(scope)) reach[action as Action] = scope;
      }
      return [id, { ...role, reach }];
    }),
  );
}
