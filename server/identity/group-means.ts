import { givenByDirectory } from '../access/index.ts';
import type { Store } from '../store/port.ts';
import type { GroupMeans, IdentityRules } from './rules.ts';

/** What groups stand for at present: what a directory never gives is left out, whatever a rule says. */
export async function groupsMean(store: Store, rules: IdentityRules): Promise<Record<string, GroupMeans>> {
  const mayGive = await givenByDirectory(store);
  return Object.fromEntries(
    Object.entries(rules.groups).map(([name, { role, team }]) => [
      name,
      {
        ...(role !== undefined && mayGive(role) ? { role } : {}),
        ...(team === undefined ? {} : { team }),
      },
    ]),
  );
}

/** Roles that a directory gives here by naming them on a person. */
export async function directoryRoles(store: Store, rules: IdentityRules): Promise<Set<string>> {
  const mayGive = await givenByDirectory(store);
  return new Set((rules.directoryRoles ?? []).filter(mayGive));
}
