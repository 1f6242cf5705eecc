import { isDeepStrictEqual } from 'node:util';
import { blockChanged, checkAnswers } from '#engine';
import type { Block, Finding, Refusal, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { blockForm, carryOut, referencesIn, strangersIn } from '../cases/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import type { LivingPart, StoredCase } from '../store/port.ts';

type Row = Record<string, unknown>;

export interface BlockChanged {
  case: string;
  block: string;
  /** rows to add, and those that change, whole */
  rows: Row[];
  /** rows that are no longer so, and why */
  ended: { id: string; why: string }[];
  /** of the living document as it was read */
  revision: number;
  by: string;
  commandId: string;
}

/** Rows of a record stay in it; who belongs to the family is changed at an address of its own. */
const elsewhere = ['record', 'network'];

/**
 * Rows of a shared block, changed on the family's own page: added, changed by their id, or ended with a reason.
 * `reading` is the server as the writer may read it: a row that is withheld from them they can neither change nor end.
 */
export async function changeBlock(host: Host, reading: Host, change: BlockChanged) {
  const { by, commandId } = change;
  const known = await host.store.answered(change.case, commandId, by);
  if (known) return known.reply as { revision: number };
  const [stored, seen] = await Promise.all([host.store.load(change.case), reading.store.load(change.case)]);
  if (!stored || !seen) return refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const block = version.blocks.find((one) => one.id === change.block && !elsewhere.includes(one.part));
  if (!block) return refuse(422, 'no-such-list', 'This family has no list of this kind.');
  await refuseUnknown(host, reading, block, change);
  const rows = change.rows.map((row, at) => ({ id: `${block.id}-${commandId}-${String(at + 1)}`, ...row }));
  const findings = await findingsOf(host, seen, version, block, { ...change, rows });
  const [first] = findings;
  if (first) refuse(422, 'not-valid', first.message, { findings });
  const carried = await carryOut(host, {
    ...{ case: change.case, by, commandId },
    decide: async (_, kase, act) =>
      (await refuseStale(reading, block, change)) ??
      blockChanged(version, kase, { block: block.id, rows, ended: change.ended }, act),
    reply: (after) => ({ revision: after.case.blocks[block.part] ?? 0 }),
  });
  if (carried.kind === 'refused' && carried.reason === 'conflict') return sayStale(reading, block, change);
  return replyOf(carried);
}

const rowsIn = (part: LivingPart | undefined, { id }: Block): Row[] => part?.blocks[id] ?? [];
const rowOf = (part: LivingPart | undefined, block: Block, id: unknown): Row | undefined =>
  rowsIn(part, block).find((row) => row['id'] === id);

/** What was ended, or is not for the writer to see, is not theirs to change; saying which would tell of it. */
async function refuseUnknown(host: Host, reading: Host, block: Block, change: BlockChanged): Promise<void> {
  const [all, seen, then] = await Promise.all([
    host.store.part(change.case, block.part),
    reading.store.part(change.case, block.part),
    reading.store.part(change.case, block.part, change.revision),
  ]);
  const isShown = (id: unknown): boolean =>
    rowOf(seen, block, id) !== undefined || rowOf(then, block, id) !== undefined;
  const strange =
    change.ended.some(({ id }) => !isShown(id)) ||
    change.rows.some((row) => rowOf(all, block, row['id']) !== undefined && !isShown(row['id']));
  if (strange) refuse(422, 'row-unknown', 'A row is no longer in this list. Load the page again.');
}

/** A row that is not as it was read is not written over, whoever was first. Other rows of the list may well change. */
async function refuseStale(reading: Host, block: Block, change: BlockChanged): Promise<Refusal | undefined> {
  const [now, seen] = await Promise.all([
    reading.store.part(change.case, block.part),
    reading.store.part(change.case, block.part, change.revision),
  ]);
  const touched = [...change.rows.map((row) => row['id']), ...change.ended.map(({ id }) => id)];
  const stale = touched.some(
    (id) => id !== undefined && !isDeepStrictEqual(rowOf(now, block, id), rowOf(seen, block, id)),
  );
  return stale ? { kind: 'refused', reason: 'conflict', message: '', findings: [] } : undefined;
}

async function sayStale(reading: Host, block: Block, change: BlockChanged): Promise<never> {
  const now = await reading.store.part(change.case, block.part);
  const names = await accountNames(reading.store, [now?.by]);
  const changed = { by: names.get(now?.by ?? '') ?? 'Somebody', at: now?.at, revision: now?.revision };
  return refuse(
    409,
    'conflict',
    `${changed.by} changed this meanwhile. What you wrote is still here: look at both, then save again.`,
    { changed },
  );
}

/** The columns of the block say what a row is, as they do in a form that shows it; a log is added to, never changed. */
async function findingsOf(
  host: Host,
  stored: StoredCase,
  version: Version,
  block: Block,
  change: BlockChanged,
): Promise<Finding[]> {
  const answers = { answers: { [block.id]: change.rows }, perChild: {} };
  const found = checkAnswers({
    ...{
      form: blockForm(block),
      dictionary: version.dictionary,
      blocks: version.blocks,
      purpose: 'complete',
    },
    ...{ answers, children: [{ id: 'everyone', unborn: false }] },
  });
  const references = referencesIn(blockForm(block), version.blocks, answers);
  const strangers = await strangersIn(host, stored.family, references, change.by);
  const log = block.appendOnly && change.ended.length > 0;
  const message = `What stands in “${block.title}” stays: it is added to, not ended.`;
  const ended: Finding[] = log ? [{ check: 'row-changed', level: 'error', question: block.id, message }] : [];
  return [...(change.rows.length > 0 ? [...found, ...strangers] : []), ...ended];
}
