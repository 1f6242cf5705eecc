import type { Moment } from '#engine';
import type { Account, AccountChange, AccountFacts } from './accounts.ts';

/** Who does it, and when; by whose word beside theirs. */
export interface Act {
  by: string;
  at: Moment;
  confirmedBy?: string;
  alone?: true;
}

type Fact = keyof AccountFacts;

const facts = [
  ...(['name', 'displayName', 'roles', 'team', 'until', 'disabled', 'externalId', 'source'] as const),
];
/** what is older is in the audit */
const most = 500;

/** The account with its log: what differs from before, and who made it so. Nothing differs: the log as it was. */
export function logged(before: Account | undefined, next: Account, act: Act): Account {
  const differs = facts.filter((fact) => JSON.stringify(before?.[fact]) !== JSON.stringify(next[fact]));
  const newPassword = next.password !== undefined && before?.password?.tag !== next.password.tag;
  const { log = [], ...rest } = next;
  if (differs.length === 0 && !newPassword) return next;
  const change: AccountChange = {
    ...act,
    from: factsOf(before, differs),
    to: { ...factsOf(next, differs), ...(newPassword ? { password: true } : {}) },
  };
  return { ...rest, log: [change, ...log].slice(0, most) };
}

function factsOf(account: Account | undefined, which: (keyof Account & Fact)[]): AccountFacts {
  const held = which.flatMap((fact) => {
    const value = account?.[fact];
    return value === undefined || (typeof value === 'object' && !Array.isArray(value)) ? [] : [[fact, value]];
  });
  return Object.fromEntries(held) as AccountFacts;
}
