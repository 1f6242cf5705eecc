import type { Account } from '../access/index.ts';
import type { GroupMeans } from './rules.ts';

/** What the groups somebody is in give them, beside what was given here and no group stands for. */
export function rolesByGroups(
  before: Pick<Account, 'roles' | 'team'>,
  groups: string[],
  means: Record<string, GroupMeans>,
): Pick<Account, 'roles' | 'team'> {
  const all = Object.values(means);
  const theirs = groups.map((name) => (Object.hasOwn(means, name) ? means[name] : undefined));
  const roleOfGroup = new Set(all.map(({ role }) => role));
  const kept = before.roles.filter((role) => !roleOfGroup.has(role));
  const given = theirs.map((one) => one?.role).filter((role) => role !== undefined);
  const teamOfGroup = all.some(({ team }) => team !== undefined && team === before.team);
  const team = theirs.map((one) => one?.team).find((one) => one !== undefined);
  const left = teamOfGroup ? undefined : before.team;
  const now = team ?? left;
  return { roles: [...new Set([...kept, ...given])], ...(now === undefined ? {} : { team: now }) };
}
