import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import type { StoredCase, StoredDocument } from '../store/port.ts';
import {
  allProposals,
  certificateOf,
  commandOf,
  proposalOf,
  putProposal,
  type Certificate,
  type Proposal,
} from './disposal.ts';
import { goesAndStays } from './goes-and-stays.ts';
import { noteLetGo } from './let-go.ts';
import { rulesOf } from './rules.ts';
import { standingOf, type Standing } from './standing.ts';

/** Proposes to let go of what is due. The same command again is the same proposal. */
export async function proposeDisposal(
  host: Host,
  stored: StoredCase,
  act: { by: string; commandId: string },
): Promise<{ id: string }> {
  const id = idFromCommand('disposal', act.by, act.commandId);
  if (await proposalOf(host.store, id)) return { id };
  const standing = await standingOf(host, stored, (await rulesOf(host.store)).rules);
  refuseUnlessDue(standing);
  const open = (await allProposals(host.store)).find(
    ({ body }) => body.case === stored.case.id && body.state === 'proposed',
  );
  if (open)
    refuse(409, 'proposed', 'This family’s disposal is proposed already, and waits for a second person.');
  const { whole, people } = await goesAndStays(host.store, stored, standing.due);
  const put = await putProposal(
    host.store,
    {
      ...{ kind: 'proposal', id, case: stored.case.id, people, revision: stored.case.revision },
      ...(whole ? {} : { children: standing.due }),
      rules: standing.children
        .filter((one) => standing.due.includes(one.child))
        .map(({ child, rule, until }) => ({ child, rule: rule.id, name: rule.name, until })),
      ...{ by: act.by, at: host.clock.now(), state: 'proposed' },
    },
    0,
  );
  if (!put.ok) refuseWrite(put);
  return { id };
}

function refuseUnlessDue({ due, holds, children }: Standing): void {
  if (holds.length > 0)
    refuse(422, 'held', 'A legal hold stands on this record: nothing of it is let go of.');
  const [inquiry] = children.flatMap((one) => one.heldBy);
  if (due.length === 0 && inquiry !== undefined)
    refuse(422, 'held', `Nothing of it is let go of at present: ${inquiry}.`);
  if (due.length === 0)
    refuse(422, 'not-due', 'None of the children’s time is over, or work with them goes on.');
}

/** A proposal of this family that is still to be decided. */
async function toDecide(host: Host, caseId: string, id: string): Promise<StoredDocument<Proposal>> {
  const found = await proposalOf(host.store, id);
  if (found?.body.case !== caseId) return refuseAbsent();
  return found;
}

/** The second person's no. */
export async function refuseDisposal(
  host: Host,
  caseId: string,
  id: string,
  act: { by: string; why: string },
): Promise<void> {
  const { body, revision } = await toDecide(host, caseId, id);
  if (body.state !== 'proposed') refuse(409, 'decided', 'This was decided already.');
  const decided = { by: act.by, at: host.clock.now(), why: act.why };
  const put = await putProposal(host.store, { ...body, state: 'refused', decided }, revision);
  if (!put.ok) refuseWrite(put);
}

/**
 * The second person's yes, and the disposal itself. Everything is asked again: that the time is over, that no hold
 * stands, that nothing was written since it was proposed. It may be repeated after a crash.
 */
export async function approveDisposal(
  host: Host,
  caseId: string,
  id: string,
  by: string,
): Promise<Certificate> {
  const { body, revision } = await toDecide(host, caseId, id);
  if (body.state === 'refused') refuse(409, 'decided', 'This was refused already.');
  if (body.by === by) refuse(422, 'own-proposal', 'Somebody else than who proposed it must approve.');
  const before = await certificateOf(host.store, id);
  if (!before) await refuseUnlessAsProposed(host, body);
  const certificate = before?.certificate ?? (await certify(host, body, by));
  const { children, people } = body;
  const disposed = await host.store.dispose({
    ...{ case: caseId, people, certificate, by: [body.by, by], at: certificate.approved.at },
    ...(children ? { children } : {}),
    commandId: commandOf(id),
  });
  if (!disposed.ok) refuseWrite(disposed);
  if (children) {
    const approved = certificate.approved.by;
    await noteLetGo(host, { case: caseId, children, by: approved, commandId: `note-${commandOf(id)}` });
  }
  if (body.state !== 'done') {
    const decided = certificate.approved;
    const put = await putProposal(host.store, { ...body, state: 'done', decided }, revision);
    if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  }
  return certificate;
}

async function refuseUnlessAsProposed(host: Host, proposal: Proposal): Promise<void> {
  const stored = await host.store.load(proposal.case);
  if (!stored) return refuseAbsent();
  const standing = await standingOf(host, stored, (await rulesOf(host.store)).rules);
  refuseUnlessDue(standing);
  const isAsProposed =
    stored.case.revision === proposal.revision &&
    proposal.rules.every(({ child }) => standing.due.includes(child));
  if (!isAsProposed) {
    refuse(
      409,
      'changed',
      'Something was written since this was proposed. Refuse it, and have it proposed anew.',
    );
  }
}

async function certify(host: Host, proposal: Proposal, by: string): Promise<Certificate> {
  const head = (await host.store.heads()).find((one) => one.chain === 'case' && one.id === proposal.case);
  return {
    ...{ reference: proposal.case, whole: proposal.children === undefined, children: proposal.rules.length },
    rules: proposal.rules.map(({ rule, name, until }) => ({ rule, name, until })),
    proposed: { by: proposal.by, at: proposal.at },
    approved: { by, at: host.clock.now() },
    ...(head ? { head: { seq: head.seq, hash: head.hash } } : {}),
  };
}
