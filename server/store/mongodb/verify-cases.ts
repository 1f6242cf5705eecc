import type { Case } from '#engine';
import type { ChainHead, VerifyReport } from '../port.ts';
import { entryOpens, opened, whole } from '../as-written.ts';
import { linkHash, notTheFamily, readWrote, type Wrote } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { notItsJourneys } from '../journeys-fit.ts';
import { isLetGo, type DataKey, type KeyState } from '../sealing.ts';
import { never, type CaseDocument } from './collections.ts';
import { drained } from './drain.ts';
import { journeysFit } from './journeys.ts';
import { quarantine, release } from './quarantine.ts';
import type { Scope } from './scope.ts';

/** How often a case that is written to all the time is read anew before what is found of it counts. */
const mostReadings = 20;

/** Ends of the chains of all cases. */
export async function caseHeads(scope: Scope): Promise<ChainHead[]> {
  const rows = await scope.cases
    .find(
      { authority: scope.authority, revision: { $gt: 0 } },
      { projection: { id: 1, entries: 1, head: 1 } },
    )
    .sort({ id: 1 })
    .toArray();
  return rows.map(({ id, entries, head }) => ({ chain: 'case' as const, id, seq: entries, hash: head }));
}

/** Each case, its history and what it vouches for. Says how many there are. */
export async function verifyCases(
  scope: Scope,
  findings: VerifyReport['findings'],
): Promise<{ cases: number; disposed: number }> {
  const { authority } = scope;
  const seen = new Set<string>();
  let disposed = 0;
  for await (const row of scope.cases.find({ authority, revision: { $gt: 0 } })) {
    seen.add(row.id);
    const found = await foundOf(scope, row);
    if (found.disposed) disposed += 1;
    for (const message of found.messages) findings.push({ kind: 'case', id: row.id, message });
    if (found.messages[0]) await quarantine(scope, row.id, found.messages[0]);
    else await release(scope, row.id);
  }
  const histories = await scope.history.distinct('case', { authority });
  for (const id of histories.filter((one) => !seen.has(one))) {
    // its first commit may have been made since
    if (await scope.cases.findOne({ authority, id, revision: { $gt: 0 } })) continue;
    findings.push({ kind: 'case', id, message: 'the history has no case' });
  }
  return { cases: seen.size, disposed };
}

interface Found {
  messages: string[];
  disposed: boolean;
}

/**
 * What is wrong with a case. It may be written to, or let go of, while its history is read: so what is found counts
 * when it is found once more in a case that stood still meanwhile.
 */
async function foundOf(scope: Scope, first: CaseDocument): Promise<Found> {
  let row = first;
  for (let reading = 0; ; reading += 1) {
    const found = await lookedAt(scope, row);
    if (found.messages.length === 0 || reading === mostReadings) return found;
    scope.keys.forget();
    const now = await drained(scope, row.id);
    if (!now || (reading > 0 && isSame(row, now))) return found;
    row = now;
  }
}

function isSame(one: CaseDocument, other: CaseDocument): boolean {
  const states = [one, other].map(({ revision, disposed, disposal }) =>
    JSON.stringify([revision, disposed, disposal !== null]),
  );
  return states[0] === states[1];
}

async function lookedAt(scope: Scope, row: CaseDocument): Promise<Found> {
  // in the middle of being let go of: whoever finishes that leaves it as it will be looked at from then on
  if (row.disposal) return { messages: [], disposed: true };
  const keyId = familyKeyId(row.id);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const messages = whole('case', row, key) ? [] : ['the case is not what was written'];
  // of what opens no more the family need not be there: a restored copy does not take it
  if (key !== 'destroyed') messages.push(...(await verifyBeside(scope, row, key)));
  messages.push(...(await verifyChain(scope, row, key)));
  return { messages, disposed: key === 'destroyed' };
}

/** What stands beside a case: its family as it is loaded, the row that lists have of it, and when it is to be woken. */
async function verifyBeside(scope: Scope, row: CaseDocument, key: DataKey | undefined): Promise<string[]> {
  const messages: string[] = [];
  if (!whole('family', { ...row.family, id: row.id, revision: 0 }, key)) {
    messages.push('what is kept of the family is not what was written');
  }
  const listed = await scope.families.findOne({ _id: row._id }, { projection: { sum: 1 } });
  if (listed?.sum !== row.family.sum) messages.push(notTheFamily);
  if (!journeysFit(row, key)) messages.push(notItsJourneys);
  const inside = opened('case', row, key);
  if (inside && ((inside as Case).wakeUp ?? never) !== row.due) {
    messages.push('it is not to be woken when it says');
  }
  return messages;
}

/** Follows the chain from its first entry; what each commit wrote must still be there as it was, unless let go of. */
async function verifyChain(scope: Scope, row: CaseDocument, key: KeyState): Promise<string[]> {
  const messages: string[] = [];
  const disposed = isLetGo(row.body);
  const links = await scope.history
    .find({ authority: scope.authority, case: row.id })
    .sort({ seq: 1 })
    .toArray();
  const there = disposed ? new Map<string, string>() : await sumsOf(scope, row.id);
  let head = '';
  let wrote: Wrote | undefined;
  for (const [index, link] of links.entries()) {
    const hash = linkHash(head, index + 1, link.revision, link.body, link.wrote);
    if (link.seq !== index + 1 || hash !== link.hash) {
      messages.push(`the history breaks at entry ${index + 1}`);
      return messages;
    }
    head = link.hash;
    if (!disposed && isLetGo(link.body)) messages.push(`the content of entry ${link.seq} is gone`);
    if (!entryOpens(link, key)) messages.push(`entry ${link.seq} is not what was written`);
    const said = readWrote(link.wrote);
    wrote = said ?? wrote;
    if (disposed || !said) continue;
    for (const [id, sum] of [...Object.entries(said.records), ...Object.entries(said.parts)]) {
      if (there.get(id) !== sum) messages.push(`what entry ${link.seq} wrote (${id}) is gone or changed`);
    }
  }
  if (head !== row.head || links.length !== row.entries) messages.push('the history was cut or added to');
  if (wrote && wrote.case !== row.sum) messages.push('the case is not the one its last history entry wrote');
  if (key !== 'destroyed' && wrote?.family !== undefined && wrote.family !== row.family.sum)
    messages.push(notTheFamily);
  return messages;
}

/** Checksums of a case's records and living documents, by how a history entry names them. */
async function sumsOf(scope: Scope, caseId: string): Promise<Map<string, string>> {
  const which = { authority: scope.authority, case: caseId };
  const [records, parts] = await Promise.all([
    scope.records.find(which, { projection: { id: 1, sum: 1 } }).toArray(),
    scope.parts.find(which, { projection: { part: 1, revision: 1, sum: 1 } }).toArray(),
  ]);
  return new Map([
    ...records.map(({ id, sum }): [string, string] => [id, sum]),
    ...parts.map(({ part, revision, sum }): [string, string] => [`${part}@${revision}`, sum]),
  ]);
}
