/**
 * A process that writes to a store and says on its standard output what was acknowledged, until it is killed.
 * `node power-writer.ts <folder> <full|normal> <seed>`
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite, storeExists } from '../../server/store/index.ts';
import type { Store } from '../../server/store/index.ts';
import { aCase, aCommit, anEntry, aRecord, startOfTest } from '../server/support/a-commit.ts';
import { seeded } from './random.ts';

const [folder = '', synchronous = 'full', seed = '1'] = process.argv.slice(2);
const connections = new Set<DatabaseSync>();
if (synchronous === 'normal') watchConnections();

const create = { authority: { id: 'north', name: 'North' }, demonstration: false, created: startOfTest };
const store = openSqlite({ folder, ...(storeExists(folder) ? {} : { create }) });
// the store itself has no such setting, and refuses to open with it: here it is set behind its back
for (const connection of connections) connection.exec('PRAGMA synchronous = NORMAL');

function watchConnections(): void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql: string) {
    connections.add(this);
    exec.call(this, sql);
  };
}

const say = (...words: string[]): void => void writeSync(1, `${words.join(' ')}\n`);

const random = seeded(Number(seed));
const families = Array.from({ length: 12 }, (_, at) => `family-${String(at)}`);

/** One command: a form completed, now and then with a file, beside a note or an entry of the audit. */
async function write(to: Store, turn: number): Promise<void> {
  const id = random.pick(families);
  const revision = (await to.load(id))?.case.revision ?? 0;
  const commandId = randomUUID();
  const attachments = turn % 25 === 0 ? [await attach(to, commandId)] : [];
  const record = aRecord(`${id}-r-${commandId}`, {
    case: id,
    answers: { answers: { said: commandId.repeat(20 + random.below(80)) }, perChild: {} },
  });
  const history = [anEntry(`entry-${commandId}`, id)];
  const done = await to.commit(
    aCommit(revision, { case: aCase(id), commandId, history, records: [record], attachments }),
  );
  if (!done.ok) throw new Error(`a commit was refused: ${done.reason}`);
  say('record', id, commandId);
  if (turn % 10 === 3) await putNote(to, commandId);
  if (turn % 10 === 6) await audit(to, commandId);
}

async function attach(to: Store, text: string): Promise<string> {
  const bytes = [Buffer.from(text.repeat(200))];
  const facts = { limit: 1e6, name: 'drawing', type: 'image/png', by: 'sam', at: startOfTest };
  const attached = await to.attach({
    ...facts,
    bytes: (async function* () {
      yield* bytes;
    })(),
  });
  if (!attached.ok) throw new Error(`a file was refused: ${attached.reason}`);
  say('file', attached.facts.id);
  return attached.facts.id;
}

async function putNote(to: Store, id: string): Promise<void> {
  const put = await to.put({ kind: 'note', id, body: { id }, expecting: 0 });
  if (put.ok) say('note', id);
}

async function audit(to: Store, request: string): Promise<void> {
  const entry = {
    at: startOfTest,
    action: 'read',
    outcome: 'ok',
    route: 'GET /x',
    status: 200,
    request,
  } as const;
  const appended = await to.appendAudit([entry]);
  if (appended.ok) say('audit', request);
}

for (let turn = 0; ; turn += 1) await write(store, turn);
