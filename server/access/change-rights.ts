import type { Moment } from '#engine';
import type { PutResult, Store } from '../store/port.ts';
import { allAccounts, isOpen } from './accounts.ts';
import type { Action } from './actions.ts';
import { rightsHere, withChanges, type RightsSetting } from './rights-here.ts';
import { defaultRights, isAction, scopes, type Rights, type Scope } from './rights.ts';

export interface RightsAsked {
  role: string;
  action: string;
  /** how far from now on; null: not at all */
  to: Scope | null;
  reason: string;
  /** of the setting as it was read; 0: nothing was changed yet */
  revision: number;
}

export type RightsChanged =
  PutResult | { ok: false; reason: 'unknown' | 'nobody-left' | 'of-teams' | 'own-role' };

/** Rights without which nobody could put the rights or the accounts in order again. */
const neverLost: Action[] = ['manage-roles', 'manage-accounts'];

/** Rights to lists, which are of teams: nobody has such a list of their own. */
const ofTeams: Action[] = ['list-work', 'see-stages'];

/** Changes how far a role's right reaches. Who changed what, when and why stays beside it. */
export async function changeRights(
  store: Store,
  { role, action, to, reason, revision }: RightsAsked,
  act: { by: string; at: Moment; roles?: string[] },
): Promise<RightsChanged> {
  const here = await rightsHere(store);
  const known = here.get(role);
  if (!known || !isAction(action)) return { ok: false, reason: 'unknown' };
  if (to === 'own' && ofTeams.includes(action)) return { ok: false, reason: 'of-teams' };
  const from = known.reach[action] ?? null;
  if (act.roles?.includes(role) && isWider(from, to)) return { ok: false, reason: 'own-role' };
  const found = await store.document<RightsSetting>('setting', 'rights');
  const { changed, log }: RightsSetting = found?.body ?? { changed: {}, log: [] };
  const next = { ...changed, [role]: { ...changed[role], [action]: to } };
  if (!(await somebodyHas(store, withChanges(defaultRights, next), act.at))) {
    return { ok: false, reason: 'nobody-left' };
  }
  const body: RightsSetting = {
    changed: next,
    log: [{ by: act.by, at: act.at, role, action, from, to, reason }, ...log],
  };
  return store.put({ kind: 'setting', id: 'rights', body, expecting: revision });
}

/** Whether a right reaches further than before. */
export function isWider(from: Scope | null, to: Scope | null): boolean {
  return to !== null && (from === null || scopes.indexOf(to) > scopes.indexOf(from));
}

async function somebodyHas(store: Store, rights: Rights, now: Moment): Promise<boolean> {
  const open = (await allAccounts(store)).filter((account) => isOpen(account, now));
  return neverLost.every((action) =>
    open.some(({ roles }) => roles.some((role) => rights.get(role)?.reach[action] !== undefined)),
  );
}
