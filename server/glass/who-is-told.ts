import { accountOf, allAccounts, rightsHere } from '../access/index.ts';
import type { FamilyRow, Store } from '../store/port.ts';

/** Whoever holds the family, and whoever gives work to its team; never the one who opened it. */
export async function whoIsTold(store: Store, family: FamilyRow, account: string): Promise<string[]> {
  const rights = await rightsHere(store);
  const manages = (roles: string[]): boolean =>
    roles.some((role) => rights.get(role)?.reach['give-task'] === 'team');
  const managers = (await allAccounts(store)).filter(
    (one) => !one.disabled && family.team !== undefined && one.team === family.team && manages(one.roles),
  );
  const holder = family.worker === undefined ? undefined : (await accountOf(store, family.worker))?.body;
  const all = [...(holder && !holder.disabled ? [holder.id] : []), ...managers.map(({ id }) => id)];
  return [...new Set(all)].filter((id) => id !== account);
}
