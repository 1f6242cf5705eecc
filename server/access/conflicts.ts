import type { Moment } from '#engine';
import { refuse } from '../errors.ts';
import type { Store } from '../store/port.ts';
import type { Account, HiddenFamily } from './accounts.ts';
import { whoElseLooksAfter } from './second-person.ts';

/**
 * Refuses to hide a family that is not there: a number that was mistyped would hide nothing, and nobody would notice.
 * That says to an administrator whether a family has the number; the numbers are random, so only who was given one can
 * ask, and a restricted family is answered as any other. What stands on the account already is not asked again.
 */
async function refuseUnknownFamilies(store: Store, asked: string[], before: string[]): Promise<void> {
  const added = asked.filter((one) => !before.includes(one));
  const found = await Promise.all(added.map((one) => store.family(one)));
  if (found.every((family) => family !== undefined)) return;
  refuse(
    422,
    'unknown-family',
    'No family has this reference number. Check it with whoever asked for it to be hidden.',
  );
}

/** What of an account's hidden families whoever looks after it sees: nothing that is hidden from themself. */
export function conflictsShown(account: Account, reader: { id: string; conflicts?: string[] }): string[] {
  if (account.id === reader.id) return [];
  return (account.conflicts ?? []).filter((one) => reader.conflicts?.includes(one) !== true);
}

/**
 * The families to be hidden from now on, with who did what. One is shown again for a reason, by somebody else than who
 * hid it; only while nobody else looks after accounts does the same person put right what they did.
 */
export async function hideFamilies(
  store: Store,
  account: Account,
  asked: { conflicts: string[]; reason?: string },
  act: { by: string; conflicts?: string[]; at: Moment },
): Promise<{ conflicts: string[]; conflictLog: HiddenFamily[]; changed: HiddenFamily[] }> {
  const { conflicts: before = [], conflictLog = [] } = account;
  const shown = conflictsShown(account, {
    id: act.by,
    ...(act.conflicts ? { conflicts: act.conflicts } : {}),
  });
  const unseen = before.filter((one) => !shown.includes(one));
  await refuseUnknownFamilies(store, asked.conflicts, before);
  const removed = shown.filter((one) => !asked.conflicts.includes(one));
  const added = asked.conflicts.filter((one) => !before.includes(one));
  if (removed.length > 0 && !asked.reason?.trim()) {
    refuse(422, 'reason', 'Say why the family is not to be hidden any more.');
  }
  const own = removed.some((one) => conflictLog.find((entry) => entry.case === one)?.by === act.by);
  if (own && (await whoElseLooksAfter(store, [act.by, account.id], act.at)).length > 0) {
    refuse(
      422,
      'second-person',
      'You hid this family. Ask a colleague who looks after accounts to show it again.',
    );
  }
  const { by, at } = act;
  const changed: HiddenFamily[] = [
    ...added.map((one) => ({ case: one, hidden: true, by, at })),
    ...removed.map((one) => ({ case: one, hidden: false, by, at, reason: asked.reason ?? '' })),
  ];
  const conflicts = [...new Set([...unseen, ...asked.conflicts])];
  return { conflicts, conflictLog: [...changed, ...conflictLog], changed };
}
