import type { Services } from '../services.ts';
import type { FamilyRow } from '../store/port.ts';
import { notify } from './notices.ts';
import type { What } from './say-notice.ts';
import { whoIsTold } from './who-is-told.ts';

/** Tells who holds each of the families, and who manages them, what somebody else did to one of their people. */
export async function tellFamilies(
  services: Services,
  families: FamilyRow[],
  done: What & { by: string },
): Promise<void> {
  for (const family of families) {
    for (const to of await whoIsTold(services.store, family, done.by)) {
      await notify(services, { ...done, to, case: family.id });
    }
  }
}
