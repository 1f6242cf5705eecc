import { reachOf, scopes } from '../access/index.ts';
import type { Person } from '../access/index.ts';

/** Fewer than this many could be told who they are by whoever may not see them. */
const fewest = 6;
const roundedTo = 5;

/** How a count is told to this reader: exactly, or without what is too small; `undefined` says fewer than six. */
export type Tell = (count: number) => number | undefined;

/**
 * Exactly to whoever may open every family they count, or knows nobody by the pseudonyms they see. To others small
 * numbers are not told, and the rest is rounded, so that no difference of two gives one away.
 */
export function tellTo(person: Person): Tell {
  if (seesEveryone(person)) return (count) => count;
  return (count) => {
    if (count > 0 && count < fewest) return undefined;
    return count === 0 ? 0 : Math.max(2, Math.round(count / roundedTo)) * roundedTo;
  };
}

function seesEveryone(person: Person): boolean {
  if (person.pseudonymised) return true;
  const [counts, reads] = [reachOf(person, 'see-stages'), reachOf(person, 'read-family')];
  return counts !== undefined && reads !== undefined && scopes.indexOf(reads) >= scopes.indexOf(counts);
}
