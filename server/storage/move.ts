import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ChainHead, DumpRow, MasterKey, Store } from '../store/index.ts';
import { unwrap, wrap } from '../store/index.ts';

/** Where a move stands: written after every page, so that one that was broken off goes on from there. */
interface Progress {
  to: string;
  /** why the source keeps still: once it does not, what was copied is not what it holds */
  frozen?: string;
  after?: string;
  rows: number;
}

export interface Move {
  source: Store;
  target: Store;
  /** the target in words */
  to: string;
  /** file the progress is kept in */
  progress: string;
  /** wrapped by the one, the keys are wrapped by the other on their way */
  masters?: { from: MasterKey; to: MasterKey };
  say(line: string): void;
  /** rows of a page; 500 when absent */
  pageRows?: number;
}

const manyRows = 500;
const sayEvery = 20;

/** Findings that stand in the way; empty when the target holds what the source holds. */
export async function moveRows(move: Move): Promise<string[]> {
  const { source, target, to, say } = move;
  const refused = await beginMove(move);
  if (refused !== undefined) return [refused];
  const before = readProgress(move.progress);
  const frozen = `The store is being moved to ${to}. Nothing is written until npm run move-store -- --lift.`;
  await source.freeze(frozen);
  let now: Progress = before?.frozen === undefined ? { to, frozen, rows: 0 } : before;
  writeProgress(move.progress, now);
  if (before?.frozen !== undefined) say(`Going on after ${String(now.rows)} rows.`);
  for (let page = 1; ; page += 1) {
    const { rows, next } = await source.dump(now.after, move.pageRows ?? manyRows);
    await target.take(rows.map((row) => wrappedAnew(row, move.masters)));
    now = { to, frozen, rows: now.rows + rows.length, ...(next === undefined ? {} : { after: next }) };
    if (next === undefined) break;
    writeProgress(move.progress, now);
    if (page % sayEvery === 0) say(`${String(now.rows)} rows so far.`);
  }
  say(`${String(now.rows)} rows are there. Reading all of them …`);
  const findings = await differences(source, target);
  if (findings.length === 0) rmSync(move.progress, { force: true });
  return findings;
}

/** Notes that a move was begun, before there is anything in the new place; or says why it can't be gone on with. */
export async function beginMove({
  source,
  to,
  progress,
}: Pick<Move, 'source' | 'to' | 'progress'>): Promise<string | undefined> {
  const before = readProgress(progress);
  if (!before) {
    writeProgress(progress, { to, rows: 0 });
    return undefined;
  }
  if (before.to !== to) {
    return `A move to ${before.to} was begun. Finish it, or empty that place and remove ${progress} to begin another.`;
  }
  if (before.frozen === undefined || (await source.health()).message === before.frozen) return undefined;
  return `This move was given up with --lift, and the store was written to since: what is in ${to} is not what it holds. Empty ${to}, remove ${progress} and begin again.`;
}

function readProgress(file: string): Progress | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : undefined;
}

function writeProgress(file: string, progress: Progress): void {
  writeFileSync(`${file}.next`, JSON.stringify(progress), { mode: 0o600, flush: true });
  renameSync(`${file}.next`, file);
}

function wrappedAnew(row: DumpRow, masters: Move['masters']): DumpRow {
  if (row.place !== 'key' || row.wrapped === '' || !masters) return row;
  return { ...row, wrapped: wrap(masters.to, unwrap(masters.from, row.id, row.wrapped)) };
}

/** What is not the same in both: numbers of things, heads of chains, and what does not verify. */
async function differences(source: Store, target: Store): Promise<string[]> {
  const found: string[] = [];
  const [here, there] = [await source.counts(), await target.counts()];
  for (const [place, count] of Object.entries(here)) {
    const other = there[place as keyof typeof there];
    if (count !== other) found.push(`${place}: ${String(count)} here, ${String(other)} there`);
  }
  const heads = await source.heads();
  const passed = new Set((await target.heads()).map(headText));
  for (const head of heads) {
    if (!passed.has(headText(head))) found.push(`${head.chain} ${head.id}: its chain ends elsewhere`);
  }
  const report = await target.verify(heads);
  return [...found, ...report.findings.map(({ kind, id, message }) => `${kind} ${id}: ${message}`)];
}

function headText({ chain, id, seq, hash }: ChainHead): string {
  return `${chain} ${id} ${String(seq)} ${hash}`;
}
