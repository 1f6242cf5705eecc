import type { Store } from '../store/port.ts';
import { accountOf } from './accounts.ts';

/** Names of accounts by id, for pages; an account that is gone is left out. */
export async function accountNames(store: Store, ids: (string | undefined)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  const found = await Promise.all(wanted.map((id) => accountOf(store, id)));
  return new Map(found.flatMap((one) => (one ? [[one.body.id, one.body.displayName] as const] : [])));
}
