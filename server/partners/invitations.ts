import type { CaseRecord, Version } from '#engine';
import { accountNames, allAccounts, lastDayOf, type Invitation } from '../access/index.ts';
import { recordsOf } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store/port.ts';
import { invitableForms } from './invitable-forms.ts';
import { whoMayBe } from './invite.ts';

/** Who is invited to a family and to what, and what there is to choose from for another invitation. */
export async function invitationsPage(host: Host, caseId: string) {
  const stored = (await host.store.load(caseId)) ?? refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const [invitations, records, accounts, mayBe] = await Promise.all([
    invitationsOf(host, caseId),
    recordsOf(host.store, caseId),
    allAccounts(host.store),
    whoMayBe(host),
  ]);
  return {
    ...{ case: caseId, name: stored.family.name, invitations },
    accounts: accounts.filter(mayBe).map(({ id, displayName }) => ({ id, name: displayName })),
    forms: invitableForms(version).map(({ id, title }) => ({ id, name: title })),
    records: records.map((one) => ({ id: one.id, name: titleOf(version, one), at: one.at })),
  };
}

const titleOf = ({ forms }: Version, { form }: CaseRecord): string => forms[form]?.title ?? form;

async function invitationsOf({ store, clock }: Host, caseId: string) {
  const now = clock.now();
  const { rows } = await store.list('documents', { kind: 'invitation', about: caseId }, { limit: 500 });
  const invitations = rows as StoredDocument<Invitation>[];
  const names = await accountNames(
    store,
    invitations.flatMap(({ body }) => [body.account, body.by]),
  );
  const named = (id: string) => names.get(id) ?? 'Somebody who left';
  return invitations.map(({ id, body }) => {
    const { account, purpose, forms, records, by, at, until } = body;
    return {
      ...{ id, account: { id: account, name: named(account) }, purpose, forms, records },
      ...{ by: named(by), at, until: lastDayOf(until), open: now < until },
    };
  });
}
