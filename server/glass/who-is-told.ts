import { accountOf, allAccounts, allTeams, rightsHere } from '../access/index.ts';
import type { FamilyRow, Store } from '../store/port.ts';

/** Whoever holds the family, and whoever gives work to its team; never the one who opened it. */
export async function whoIsTold(store: Store, family: FamilyRow, account: string): Promise<string[]> {
  const managers = await whoManages(store, family.team, account);
  const holder = family.worker === undefined ? undefined : (await accountOf(store, family.worker))?.body;
  const all = [...(holder && !holder.disabled ? [holder.id] : []), ...managers];
  return [...new Set(all)].filter((id) => id !== account);
}

/**
 * Whoever gives work to a team; where that is nobody, or only the one it is told of, whoever does so in its service, and
 * then whoever does so for all.
 */
export async function whoManages(store: Store, team: string | undefined, but: string): Promise<string[]> {
  const [rights, teams, accounts] = await Promise.all([
    rightsHere(store),
    allTeams(store),
    allAccounts(store),
  ]);
  const serviceOf = (id: string | undefined): string | undefined =>
    teams.find((one) => one.id === id)?.service;
  const service = serviceOf(team);
  for (const scope of ['team', 'service', 'all'] as const) {
    const found = accounts.filter((one) => {
      const isNear =
        scope === 'all' ||
        (scope === 'team'
          ? team !== undefined && one.team === team
          : service !== undefined && serviceOf(one.team) === service);
      const gives = one.roles.some((role) => rights.get(role)?.reach['give-task'] === scope);
      return isNear && gives && !one.disabled && one.id !== but;
    });
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return [];
}
