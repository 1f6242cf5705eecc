import type { Moment } from '#engine';
import type { PutResult, Store } from '../store/port.ts';
import { allAccounts, isOpen } from './accounts.ts';
import type { Action } from './actions.ts';
import { rightsHere, withChanges, type RightsSetting } from './rights-here.ts';
import { defaultRights, isAction, type Rights, type Scope } from './rights.ts';

export interface RightsAsked {
  role: string;
  action: string;
  /** how far from now on; null: not at all */
  to: Scope | null;
  reason: string;
  /** of the setting as it was read; 0: nothing was changed yet */
  revision: number;
}

export type RightsChanged = PutResult | { ok: false; reason: 'unknown' | 'nobody-left' | 'of-teams' };

/** Rights without which nobody could put the rights or the accounts in order again. */
const neverLost: Action[] = ['manage-roles', 'manage-accounts'];

/** Rights to lists, which are of teams: nobody has such a list of their own. */
const ofTeams: Action[] = ['list-work', 'see-stages'];

/** Changes how far a role's right reaches. Who changed what, when and why stays beside it. */
export async function changeRights(
  store: Store,
  { role, action, to, reason, revision }: RightsAsked,
  act: { by: string; at: Moment },
): Promise<RightsChanged> {
  const here = await rightsHere(store);
  const known = here.get(role);
  if (!known || !isAction(action)) return { ok: false, reason: 'unknown' };
  if (to === 'own' && ofTeams.includes(action)) return { ok: false, reason: 'of-teams' };
  const found = await store.document<RightsSetting>('setting', 'rights');
  const { changed, log }: RightsSetting = found?.body ?? { changed: {}, log: [] };
  const next = { ...changed, [role]: { ...changed[role], [action]: to } };
  if (!(await somebodyHas(store, withChanges(defaultRights, next), act.at))) {
    return { ok: false, reason: 'nobody-left' };
  }
  const from = known.reach[action] ?? null;
  const body: RightsSetting = { changed: next, log: [{ ...act, role, action, from, to, reason }, ...log] };
  return store.put({ kind: 'setting', id: 'rights', body, expecting: revision });
}

async function somebodyHas(store: Store, rights: Rights, now: Moment): Promise<boolean> {
  const open = (await allAccounts(store)).filter((account) => isOpen(account, now));
  return neverLost.every((action) =>
    open.some(({ roles }) => roles.some((role) => rights.get(role)?.reach[action] !== undefined)),
  );
}
