import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredCase } from '../store/port.ts';
import { allProposals, certificateOf, type Proposal } from './disposal.ts';
import { goesAndStays } from './goes-and-stays.ts';
import { holdsOf } from './holds.ts';
import { rulesOf } from './rules.ts';
import { standingOf } from './standing.ts';

/** How long one family's record is kept and why, what holds it, and what would go. */
export async function familyRetention(host: Host, stored: StoredCase) {
  const { rules } = await rulesOf(host.store);
  const standing = await standingOf(host, stored, rules);
  const people = await host.store.people(stored.case.children.map((one) => one.id));
  const holds = await holdsOf(host.store, stored.case.id);
  const names = await accountNames(
    host.store,
    holds.flatMap(({ body }) => [body.by, body.lifted?.by]),
  );
  const nameOf = (id: string): string => names.get(id) ?? 'Somebody who left';
  const { whole, goes, stays } = await goesAndStays(host.store, stored, standing.due);
  const proposals = (await allProposals(host.store)).filter(({ body }) => body.case === stored.case.id);
  return {
    ...{ case: { id: stored.case.id, name: stored.family.name }, until: standing.until },
    children: standing.children.map((one) => {
      const person = people.find(({ id }) => id === one.child);
      const { until, rule, classes, heldBy, isOpen } = one;
      return {
        ...{ id: one.child, name: person ? shownPerson(one.child, person.body).name : 'Name not recorded' },
        ...{ until, rule, classes, heldBy, isOpen, due: standing.due.includes(one.child) },
      };
    }),
    holds: holds.map(({ body: { id, why, by, since, lifted } }) => ({
      ...{ id, why, by: nameOf(by), since },
      ...(lifted ? { lifted: { ...lifted, by: nameOf(lifted.by) } } : {}),
    })),
    ...(standing.due.length > 0 ? { disposal: { whole, goes, stays } } : {}),
    proposals: await Promise.all(proposals.map(({ body }) => sayProposal(host, body))),
  };
}

/** Every proposal and what became of it. A family that is gone shows by its reference. */
export async function disposalsPage(host: Host) {
  const proposals = await allProposals(host.store);
  return { proposals: await Promise.all(proposals.map(({ body }) => sayProposal(host, body))) };
}

async function sayProposal(host: Host, proposal: Proposal) {
  const { id, case: caseId, children, rules, by, at } = proposal;
  // a server that died between the two writes: the certificate says that it was carried out
  const certificate = proposal.state === 'proposed' ? await certificateOf(host.store, id) : undefined;
  const state = certificate ? 'done' : proposal.state;
  const decided = certificate?.certificate.approved ?? proposal.decided;
  const names = await accountNames(host.store, [by, decided?.by]);
  const family = state === 'done' ? undefined : await host.store.family(caseId);
  const nameOf = (account: string) => ({ id: account, name: names.get(account) ?? 'Somebody who left' });
  return {
    ...{ id, case: { id: caseId, ...(family ? { name: family.name } : {}) }, state, at, by: nameOf(by) },
    ...{ whole: children === undefined, children: rules.length },
    rules: rules.map(({ name, until }) => ({ name, until })),
    ...(decided ? { decided: { ...decided, by: nameOf(decided.by).name } } : {}),
  };
}

/** The certificate in words that last: no name of anybody's family, names of who decided, keys and numbers. */
export async function certificatePage(host: Host, id: string): Promise<string | undefined> {
  const kept = await certificateOf(host.store, id);
  if (!kept) return undefined;
  const { certificate, keys, removed } = kept;
  const { proposed, approved, rules, head } = certificate;
  const names = await accountNames(host.store, [proposed.by, approved.by]);
  const nameOf = (account: string): string => `${names.get(account) ?? 'Somebody who left'} (${account})`;
  return [
    'CERTIFICATE OF DISPOSAL',
    host.store.about.authority.name,
    '',
    `Reference: ${certificate.reference}`,
    certificate.whole
      ? 'What: the whole record of the family, of every child in it'
      : `What: what was held of ${String(certificate.children)} of the children alone; what is shared with others stays`,
    ...rules.map(({ name, until }) => `Kept until: ${until}, by the rule “${name}”`),
    `Proposed: ${proposed.at}, ${nameOf(proposed.by)}`,
    `Approved: ${approved.at}, ${nameOf(approved.by)}`,
    ...(head ? [`Last entry of the history: number ${String(head.seq)}, hash ${head.hash}`] : []),
    ...Object.entries(removed).map(([place, count]) => `Removed: ${place} ${String(count)}`),
    ...keys.map((key) => `Key destroyed: ${key}`),
    '',
    'With the keys destroyed no backup of this record can be read.',
    '',
  ].join('\n');
}
