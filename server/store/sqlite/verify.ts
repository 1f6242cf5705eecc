import type { CardRow, ChainHead, FamilyRow, TaskRow, VerifyReport } from '../port.ts';
import { Damaged } from '../port.ts';
import { fileOf, hashOfFile } from './attachments.ts';
import { auditHash, linkHash, type Wrote } from '../chain.ts';
import { auditHeads } from './audit.ts';
import { unseal } from '../sealing.ts';
import { cardColumns, familyColumns, taskColumns } from '../columns.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];
type Sealed = { id: string; revision: number; body: string; sum: string };

/** Reads everything. What does not fit is named; the rest is still looked at. */
export async function verify(scope: Scope, heads: ChainHead[] = []): Promise<VerifyReport> {
  const findings: Findings = [];
  const cases = verifyCases(scope, findings);
  const entries = scope.db.get<{ n: number }>('SELECT COUNT(*) AS n FROM history')?.n ?? 0;
  verifyProjections(scope, findings);
  const documents = verifySealed(scope, findings);
  verifyAudit(scope, findings);
  verifyHeads(scope, heads, findings);
  await verifyFiles(scope, findings);
  return { ok: findings.length === 0, cases, entries, documents, disposed: 0, findings };
}

export function caseHeads({ db, authority }: Scope): ChainHead[] {
  return db
    .all<{ id: string; seq: number; hash: string }>(
      `SELECT id, entries AS seq, head AS hash FROM cases WHERE authority = :authority ORDER BY id`,
      { authority },
    )
    .map((row) => ({ chain: 'case' as const, ...row }));
}

function verifyCases(scope: Scope, findings: Findings): number {
  const { db, authority } = scope;
  const rows = db.all<Sealed & { head: string; entries: number }>(
    `SELECT id, revision, body, sum, head, entries FROM cases WHERE authority = :authority`,
    { authority },
  );
  for (const row of rows) {
    const say = (message: string) => findings.push({ kind: 'case', id: row.id, message });
    if (!opens('case', row)) say('the case is not what was written');
    verifyChain(scope, row, say);
  }
  const orphans = db.all<{ id: string }>(
    `SELECT DISTINCT case_id AS id FROM history h WHERE authority = :authority
     AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.authority = h.authority AND c.id = h.case_id)`,
    { authority },
  );
  for (const { id } of orphans) findings.push({ kind: 'case', id, message: 'the history has no case' });
  return rows.length;
}

interface Link {
  seq: number;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

/** Follows the chain from its first entry; what each commit wrote must still be there as it was. */
function verifyChain(
  { db, authority }: Scope,
  row: Sealed & { head: string; entries: number },
  say: (message: string) => unknown,
): void {
  const links = db.all<Link>(
    `SELECT seq, revision, body, wrote, hash FROM history
     WHERE authority = :authority AND case_id = :id ORDER BY seq`,
    { authority, id: row.id },
  );
  let head = '';
  let wrote: Wrote | undefined;
  for (const [index, link] of links.entries()) {
    const hash = linkHash(head, index + 1, link.revision, link.body, link.wrote);
    if (link.seq !== index + 1 || hash !== link.hash) {
      say(`the history breaks at entry ${index + 1}`);
      return;
    }
    head = link.hash;
    if (link.wrote === '') continue;
    wrote = JSON.parse(link.wrote) as Wrote;
    for (const [id, sum] of [...Object.entries(wrote.records), ...Object.entries(wrote.parts)]) {
      if (!stands({ db, authority }, row.id, id, sum))
        say(`what entry ${link.seq} wrote (${id}) is gone or changed`);
    }
  }
  if (head !== row.head || links.length !== row.entries) say('the history was cut or added to');
  if (wrote && wrote.case !== row.sum) say('the case is not the one its last history entry wrote');
}

function stands(
  { db, authority }: Pick<Scope, 'db' | 'authority'>,
  caseId: string,
  id: string,
  sum: string,
): boolean {
  const [part, revision] = id.split('@');
  const found =
    revision === undefined
      ? db.get<{ sum: string }>(`SELECT sum FROM records WHERE authority = :authority AND id = :id`, {
          authority,
          id,
        })
      : db.get<{ sum: string }>(
          `SELECT sum FROM parts WHERE authority = :authority AND case_id = :caseId
           AND part = :part AND revision = :revision`,
          { authority, caseId, part: part ?? '', revision: Number(revision) },
        );
  return found?.sum === sum;
}

function opens(kind: string, row: Sealed, id = row.id): boolean {
  try {
    unseal(kind, id, row.revision, row);
    return true;
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return false;
    throw fault;
  }
}

/** Rows of lists: whole, and sorted and filtered by what they say themselves. */
function verifyProjections({ db, authority }: Scope, findings: Findings): void {
  const check = <Row>(
    kind: string,
    table: string,
    columnsOf: (row: Row) => Record<string, string | number>,
    idOf: (raw: Record<string, unknown>) => string,
  ) => {
    for (const raw of db.all<Record<string, unknown> & Sealed>(
      `SELECT * FROM ${table} WHERE authority = :authority`,
      { authority },
    )) {
      const id = idOf(raw);
      const whole = opens(kind, { ...raw, revision: 0 }, id);
      const columns = whole ? Object.entries(columnsOf(JSON.parse(raw.body) as Row)) : [];
      if (!whole || columns.some(([name, value]) => raw[name] !== value)) {
        findings.push({ kind, id, message: 'the row is not what was written' });
      }
    }
  };
  check<TaskRow>('task', 'tasks', taskColumns, (raw) => String(raw['id']));
  check<FamilyRow>('family', 'families', familyColumns, (raw) => String(raw['id']));
  check<CardRow>('card', 'cards', cardColumns, (raw) => `${String(raw['case_id'])}/${String(raw['stage'])}`);
}

/** Everything that carries a checksum of its own. Says how many there are. */
function verifySealed({ db, authority }: Scope, findings: Findings): number {
  const sources = [
    `SELECT kind, id, revision, body, sum FROM documents`,
    `SELECT 'person' AS kind, id, revision, body, sum FROM people`,
    `SELECT 'person' AS kind, id, revision, body, sum FROM people_earlier`,
    `SELECT 'record' AS kind, id, 0 AS revision, body, sum FROM records`,
    `SELECT 'part' AS kind, case_id || '/' || part AS id, revision, body, sum FROM parts`,
    `SELECT 'attachment' AS kind, id, 0 AS revision, body, sum FROM attachments`,
  ];
  let seen = 0;
  for (const source of sources) {
    const rows = db.all<Sealed & { kind: string }>(`${source} WHERE authority = :authority`, { authority });
    seen += rows.length;
    for (const row of rows) {
      if (!opens(row.kind, row)) {
        findings.push({ kind: row.kind, id: row.id, message: 'it is not what was written' });
      }
    }
  }
  return seen;
}

function verifyAudit(scope: Scope, findings: Findings): void {
  const { db, authority } = scope;
  const ends = new Map(auditHeads(scope).map((head) => [head.id, head]));
  const rows = db.all<{ process: string; seq: number; body: string; hash: string }>(
    `SELECT process, seq, body, hash FROM audit WHERE authority = :authority ORDER BY process, seq`,
    { authority },
  );
  const reached = new Map<string, { seq: number; hash: string }>();
  const broken = new Set<string>();
  const named: ChainHead[] = [];
  for (const { process, seq, body, hash } of rows) {
    const end = reached.get(process) ?? { seq: 0, hash: '' };
    if (seq !== end.seq + 1 || auditHash(end.hash, process, seq, body) !== hash) broken.add(process);
    if (seq === 1 && !broken.has(process)) named.push(...headsNamedIn(body));
    reached.set(process, { seq, hash });
  }
  for (const { id, seq, hash } of named) {
    const there = rows.find((row) => row.process === id && row.seq === seq);
    if (there?.hash !== hash) broken.add(id);
  }
  for (const process of new Set([...ends.keys(), ...reached.keys()])) {
    const [end, last] = [ends.get(process), reached.get(process)];
    if (broken.has(process) || end?.seq !== last?.seq || end?.hash !== last?.hash) {
      findings.push({ kind: 'audit', id: process, message: 'the chain of this process was changed or cut' });
    }
  }
}

function headsNamedIn(body: string): ChainHead[] {
  return (JSON.parse(body) as { before?: ChainHead[] }).before ?? [];
}

/** Heads kept elsewhere: each must still be passed through by the chain that is there. */
function verifyHeads({ db, authority }: Scope, heads: ChainHead[], findings: Findings): void {
  for (const head of heads) {
    const sql =
      head.chain === 'case'
        ? `SELECT hash FROM history WHERE authority = :authority AND case_id = :id AND seq = :seq`
        : `SELECT hash FROM audit WHERE authority = :authority AND process = :id AND seq = :seq`;
    const there = db.get<{ hash: string }>(sql, { authority, id: head.id, seq: head.seq });
    if (there?.hash !== head.hash) {
      findings.push({
        kind: head.chain,
        id: head.id,
        message: 'the chain was rewritten since its head was kept',
      });
    }
  }
}

async function verifyFiles({ db, authority, folder }: Scope, findings: Findings): Promise<void> {
  const rows = db.all<{ id: string; hash: string }>(
    `SELECT id, hash FROM attachments WHERE authority = :authority`,
    { authority },
  );
  for (const { id, hash } of rows) {
    if ((await hashOfFile(fileOf(folder, hash))) !== hash) {
      findings.push({ kind: 'attachment', id, message: 'its file is gone or changed' });
    }
  }
}
