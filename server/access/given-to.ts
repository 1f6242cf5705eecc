import type { Moment } from '#engine';
import type { Store } from '../store/port.ts';
import type { Account } from './accounts.ts';
import type { Action } from './actions.ts';
import { coversOf, grantsOf, seesNames } from './grants.ts';
import type { Grant, Person } from './person.ts';
import { rightsHere } from './rights-here.ts';

/** What a person has beside their roles: the rights as they stand here, what is given for a time, what is hidden. */
export async function givenTo(
  store: Store,
  account: Account,
  now: Moment,
): Promise<Pick<Person, 'rights' | 'grants' | 'covers' | 'conflicts' | 'pseudonymised' | 'until'>> {
  const rights = await rightsHere(store);
  const has = (action: Action): boolean =>
    account.roles.some((role) => rights.get(role)?.reach[action] !== undefined);
  const given = has('break-glass') || has('see-identified') || has('read-shared');
  const [grants, covers, identified] = await Promise.all([
    given ? grantsOf(store, account.id, now) : [],
    coversOf(store, account.id, now),
    has('see-pseudonymised') && has('see-identified') ? seesNames(store, account.id, now) : false,
  ]);
  return {
    ...{
      rights,
      grants: grants.flatMap((grant) => asFarAsRights(grant, has)),
      covers,
      conflicts: account.conflicts ?? [],
    },
    pseudonymised: has('see-pseudonymised') && !has('read-family') && !identified,
    ...(account.until === undefined ? {} : { until: account.until }),
  };
}

/** A right that was taken away from the roles ends what was given by it. */
function asFarAsRights(grant: Grant, has: (action: Action) => boolean): Grant[] {
  if (grant.kind === 'break-glass') return has('break-glass') ? [grant] : [];
  const actions = grant.actions.filter(has);
  return actions.length > 0 ? [{ ...grant, actions }] : [];
}
