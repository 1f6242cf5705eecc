import { blockChanged, checkAnswers } from '#engine';
import type { Finding, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { blockForm } from './block-form.ts';
import { carryOut } from './carry-out.ts';
import { withPeople } from './held.ts';
import type { Joins } from './join-others.ts';

export interface NetworkChange {
  case: string;
  rows: Record<string, unknown>[];
  /** rows that are no longer so, and why */
  ended?: { id: string; why: string }[];
  /** of the network as it was read */
  revision: number;
  by: Person;
  /** whether those named in the rows may become people of the family */
  joins: Joins;
  /** the server as they may read it */
  reading: Host;
  commandId: string;
}

/** Who is named in rows of a network. */
export function peopleIn(rows: Record<string, unknown>[]): string[] {
  const named = rows.map((row) => row['personId']);
  return named.filter((id): id is string => typeof id === 'string');
}

/** The family's network, edited on its own page: rows are added or change the row of their id. */
export async function changeNetwork(host: Host, change: NetworkChange): Promise<{ revision: number }> {
  const { by, commandId } = change;
  const known = await host.store.answered(change.case, commandId, by.id);
  if (known) return known.reply as { revision: number };
  const stored = await host.store.load(change.case);
  if (!stored) return refuseAbsent();
  await refuseStale(host, change);
  await refuseUnseen(host, change);
  const version = await host.versions.get(stored.case.version);
  const rows = change.rows.map((row, at) => ({ id: `network-${commandId}-${String(at + 1)}`, ...row }));
  const findings = [...rowFindings(version, change.rows), ...change.joins.refused.map(strangeFinding)];
  if (findings.length > 0) {
    const message = 'Something about the people around the children needs another look.';
    refuse(422, 'not-valid', change.joins.refused[0]?.message ?? message, { findings });
  }
  const carried = await carryOut(host, {
    ...{ case: change.case, by: by.id, commandId },
    decide: (_, kase, act) =>
      blockChanged(
        version,
        kase,
        { block: 'network', rows, ...(change.ended ? { ended: change.ended } : {}) },
        act,
      ),
    held: (held) => withPeople(held, peopleIn(change.rows)),
    reply: (after) => ({ revision: after.case.blocks['network'] ?? 0 }),
  });
  const reply = replyOf(carried);
  await change.joins.tell();
  return reply;
}

async function refuseStale(host: Host, change: NetworkChange): Promise<void> {
  const now = await host.store.part(change.case, 'network');
  if ((now?.revision ?? 0) === change.revision) return;
  const names = await accountNames(host.store, [now?.by]);
  refuse(
    409,
    'conflict',
    'Somebody changed who is around the children meanwhile. Look, then change it again.',
    { changed: { by: names.get(now?.by ?? '') ?? 'Somebody', at: now?.at, revision: now?.revision } },
  );
}

/** A row that is withheld from the writer is not theirs to change or end, and not theirs to know of. */
async function refuseUnseen(host: Host, change: NetworkChange): Promise<void> {
  const { reading, case: caseId, rows, ended = [] } = change;
  const [all, seen] = await Promise.all([idsIn(host, caseId), idsIn(reading, caseId)]);
  const strange =
    ended.some(({ id }) => !seen.has(id)) || rows.some(({ id }) => all.has(id) && !seen.has(id));
  if (strange) refuse(422, 'row-unknown', 'A row is no longer in this list. Load the page again.');
}

async function idsIn({ store }: Host, caseId: string): Promise<Set<unknown>> {
  const rows = (await store.part(caseId, 'network'))?.blocks['network'] ?? [];
  return new Set(rows.map((row) => row['id']));
}

/** The columns of the block say what a row is, as they do in a form that shows it. */
function rowFindings(version: Version, rows: Record<string, unknown>[]): Finding[] {
  const network = version.blocks.find((block) => block.id === 'network');
  if (!network) return refuse(422, 'no-such-list', 'This family has no list of this kind.');
  return checkAnswers({
    ...{
      form: blockForm(network),
      dictionary: version.dictionary,
      blocks: version.blocks,
      purpose: 'complete',
    },
    answers: { answers: { network: rows }, perChild: {} },
    children: [{ id: 'everyone', unborn: false }],
  });
}

/** People who join the family this way must be on file, and open to whoever adds them. */
function strangeFinding({ reason, message }: { reason: string; message: string }): Finding {
  return { check: reason, level: 'error', question: 'network', message };
}
