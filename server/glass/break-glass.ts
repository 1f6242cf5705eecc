import { randomUUID } from 'node:crypto';
import type { Moment } from '#engine';
import { documentsOf, type BrokenGlass } from '../access/index.ts';
import { secondsAfter, secondsBetween } from '../clock.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import type { FamilyRow, Store } from '../store/port.ts';
import { notify } from './notices.ts';
import { glassSetting } from './glass-setting.ts';
import { whoIsTold, whoManages } from './who-is-told.ts';

export interface Reason {
  code: string;
  text: string;
}

const daySeconds = 24 * 60 * 60;

/**
 * Opens a family for reading to somebody whose role does not reach it, for a few hours. Who holds it and who manages them
 * are told first, so that nothing is opened unsaid. A restricted family is not opened: that was refused before.
 */
export async function breakGlass(
  services: Services,
  family: FamilyRow,
  account: string,
  reason: Reason,
): Promise<{ until: Moment }> {
  const { store } = services;
  await refuseOtherReason(store, reason);
  await refuseTooMany(services, account);
  const { code } = reason;
  for (const to of await whoIsTold(store, family, account)) {
    await notify(services, { to, kind: 'break-glass', by: account, case: family.id, code });
  }
  return grant(services, account, reason, family.id);
}

/** Shows names in place of invented ones, for a few hours: for a list that has to be put right. Head of service is told. */
export async function seeIdentified(
  services: Services,
  account: string,
  reason: Reason,
): Promise<{ until: Moment }> {
  const { store } = services;
  await refuseOtherReason(store, reason);
  for (const to of await whoManages(store, undefined, account)) {
    await notify(services, { to, kind: 'identified', by: account, code: reason.code });
  }
  return grant(services, account, reason);
}

async function refuseOtherReason(store: Store, { code }: Reason): Promise<void> {
  const { reasons } = await glassSetting(store);
  if (reasons.some((one) => one.code === code)) return;
  refuse(422, 'reason', 'Choose one of the reasons that are given.');
}

/** Far more than a duty worker opens in a day, far less than a service holds. */
async function refuseTooMany({ store, clock }: Services, account: string): Promise<void> {
  const { mostInADay } = await glassSetting(store);
  const found = await documentsOf<BrokenGlass>(store, 'break-glass', account);
  const opened = found.filter(
    ({ body }) => body.case !== undefined && secondsBetween(body.at, clock.now()) < daySeconds,
  );
  if (opened.length < mostInADay) return;
  const say = `You opened ${String(opened.length)} records by a reason within a day. Ask the team that holds this family, or your manager.`;
  refuse(429, 'too-many-opened', say);
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
  const { hours } = await glassSetting(store);
  const at = clock.now();
  await store.sweep('break-glass', at);
  const until = secondsAfter(at, hours * 60 * 60);
  const body: BrokenGlass = { account, code, text, at, until, ...(caseId ? { case: caseId } : {}) };
  // kept for a day at least: that is how long it is counted
  const expires = secondsAfter(at, Math.max(hours * 60 * 60, daySeconds));
  const put = await store.put({
    ...{ kind: 'break-glass', id: randomUUID(), owner: account, body, expecting: 0, expires },
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
