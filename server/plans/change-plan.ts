import { isDeepStrictEqual } from 'node:util';
import { blockChanged, checkAnswers } from '#engine';
import type { Block, Finding, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { blockForm, carryOut, referencesIn, strangersIn } from '../cases/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import type { Row } from '../withholding/index.ts';
import { blockOf, changedHere, needsWhy, planBlocks, textIn } from './blocks.ts';

export interface PlanChange {
  case: string;
  block: string;
  /** rows to add; or, by id, the cells of a row that change */
  rows: Row[];
  /** of the document as it was read */
  revision: number;
  by: string;
  commandId: string;
}

const wrong = 'Something in the plan needs another look.';

/**
 * The plan, changed on its own page: rows are added, or change the row of their id, and stand so in every form that
 * shows them. `reading` is the server as the writer may read it: a row that is withheld from them they cannot change.
 */
export async function changePlan(host: Host, reading: Host, change: PlanChange) {
  const { by, commandId } = change;
  const known = await host.store.answered(change.case, commandId, by);
  if (known) return known.reply as { revision: number };
  const [stored, seen] = await Promise.all([host.store.load(change.case), reading.store.load(change.case)]);
  if (!stored || !seen) return refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const block = changedHere.includes(change.block) ? blockOf(version, change.block) : undefined;
  if (!block) return refuse(422, 'no-such-list', 'The plan of this family has no list of this kind.');
  const rows = await rowsChanged(reading, block, change);
  const findings = [
    ...rowFindings(version, block, rows),
    ...(await strangers(host, seen.family, version, block, rows, by)),
  ];
  const [first] = findings;
  if (first) refuse(422, 'not-valid', findings.length === 1 ? first.message : wrong, { findings });
  const carried = await carryOut(host, {
    ...{ case: change.case, by, commandId },
    // looked at again as the case is now: what somebody changed in this moment is not written over either
    decide: async (_, kase, act) =>
      blockChanged(version, kase, { block: block.id, rows: await rowsChanged(reading, block, change) }, act),
    reply: (after) => ({ revision: after.case.blocks[block.part] ?? 0 }),
  });
  return replyOf(carried);
}

/** The rows whole: what is sent stands over what is there. One that changed since it was read is not written over. */
async function rowsChanged(reading: Host, { id, part }: Block, change: PlanChange): Promise<Row[]> {
  const [now, seen] = await Promise.all([
    reading.store.part(change.case, part),
    reading.store.part(change.case, part, change.revision),
  ]);
  const rowOf = (among: typeof now, row: Row) => among?.blocks[id]?.find((one) => one['id'] === row['id']);
  const stale = change.rows.some(
    (row) => row['id'] !== undefined && !isDeepStrictEqual(rowOf(now, row), rowOf(seen, row)),
  );
  if (stale) {
    const names = await accountNames(reading.store, [now?.by]);
    const changed = { by: names.get(now?.by ?? '') ?? 'Somebody', at: now?.at, revision: now?.revision };
    refuse(409, 'conflict', 'Somebody changed this meanwhile. Look at it, then change it again.', {
      changed,
    });
  }
  return change.rows.map((row, at) => {
    if (row['id'] === undefined) return { ...row, id: `plan-${change.commandId}-${String(at + 1)}` };
    const there = rowOf(now, row);
    return there
      ? withoutEmpty({ ...there, ...row })
      : refuse(422, 'row-unknown', 'This is no longer in the plan.');
  });
}

/** A cell that was emptied is no longer there: what the row had in it does not stay. */
function withoutEmpty(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, cell === '' ? undefined : cell]));
}

/** The columns of the block say what a row is, as they do in a form that shows it; why something was not done is said. */
function rowFindings(version: Version, block: Block, rows: Row[]): Finding[] {
  const found = checkAnswers({
    ...{
      form: blockForm(block),
      dictionary: version.dictionary,
      blocks: version.blocks,
      purpose: 'complete',
    },
    answers: { answers: { [block.id]: rows }, perChild: {} },
    children: [{ id: 'everyone', unborn: false }],
  });
  const silent =
    block.id === planBlocks.actions &&
    rows.some((row) => needsWhy.includes(row['done']) && textIn(row, 'whatHappened').trim() === '');
  if (!silent) return found;
  const message = 'Say why it was not done, or is no longer needed.';
  return [...found, { check: 'why-missing', level: 'error', question: block.id, message }];
}

function strangers(
  host: Host,
  family: FamilyRow,
  version: Version,
  block: Block,
  rows: Row[],
  by: string,
): Promise<Finding[]> {
  const answers = { answers: { [block.id]: rows }, perChild: {} };
  return strangersIn(host, family, referencesIn(blockForm(block), version.blocks, answers), by);
}
