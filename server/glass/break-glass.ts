import { randomUUID } from 'node:crypto';
import type { Moment } from '#engine';
import { documentsOf, type BrokenGlass } from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import type { FamilyRow } from '../store/port.ts';
import { notify } from './notices.ts';
import { glassSetting } from './glass-setting.ts';
import { whoIsTold } from './who-is-told.ts';

export interface Reason {
  code: string;
  text: string;
}

/**
 * Opens a family for reading to somebody whose role does not reach it, for a few hours, and tells who holds it and who
 * manages them. A restricted family is not opened: that was refused before.
 */
export async function breakGlass(
  services: Services,
  family: FamilyRow,
  account: string,
  reason: Reason,
): Promise<{ until: Moment }> {
  const { until } = await grant(services, account, reason, family.id);
  const { code } = reason;
  for (const to of await whoIsTold(services.store, family, account)) {
    await notify(services, { to, kind: 'break-glass', by: account, case: family.id, code });
  }
  return { until };
}

/** Shows names in place of invented ones, for a few hours: for a list that has to be put right. */
export function seeIdentified(
  services: Services,
  account: string,
  reason: Reason,
): Promise<{ until: Moment }> {
  return grant(services, account, reason);
}

/** Names are invented ones again, before the time is over. */
export async function endIdentified({ store }: Services, account: string): Promise<void> {
  const found = await documentsOf<BrokenGlass>(store, 'break-glass', account);
  for (const { id, body } of found) if (body.case === undefined) await store.remove('break-glass', id);
}

async function grant(
  { store, clock }: Services,
  account: string,
  { code, text }: Reason,
  caseId?: string,
): Promise<{ until: Moment }> {
  const { hours, reasons } = await glassSetting(store);
  if (!reasons.some((one) => one.code === code)) {
    refuse(422, 'reason', 'Choose one of the reasons that are given.');
  }
  const at = clock.now();
  await store.sweep('break-glass', at);
  const until = secondsAfter(at, hours * 60 * 60);
  const body: BrokenGlass = { account, code, text, at, until, ...(caseId ? { case: caseId } : {}) };
  const put = await store.put({
    ...{ kind: 'break-glass', id: randomUUID(), owner: account, body, expecting: 0, expires: until },
    ...(caseId === undefined ? {} : { about: caseId, case: caseId }),
  });
  if (!put.ok) refuseWrite(put);
  return { until };
}

/** What somebody has open at present by a reason given, names included. */
export async function openGlass({ store, clock }: Services, account: string) {
  const now = clock.now();
  const found = await documentsOf<BrokenGlass>(store, 'break-glass', account);
  return found.flatMap(({ body }) =>
    now < body.until ? [{ until: body.until, ...(body.case === undefined ? {} : { case: body.case }) }] : [],
  );
}
