import { createServer, type Socket } from 'node:net';
import { StubMemory } from './stub-memory.ts';
import { readMessages, writeAnswer, type Asked, type Document } from './stub-wire.ts';

/** What goes wrong with a command: the line is cut before or after it was carried out, or it is answered with an error. */
export type StubFault = 'cut before' | 'cut after' | { code: number; codeName: string };

/** What the server says it is. */
export type StubRole = 'primary' | 'secondary' | 'standalone';

/** A server of one process that speaks as much of MongoDB's protocol as our adapter does, and fails as it is told. */
export interface StubServer {
  url: string;
  memory: StubMemory;
  /** what drivers are told from now on; those that ask again hear of it */
  become(role: StubRole): void;
  /** the next commands of this name (find, insert, update …), and of this collection where one is named, go wrong so */
  fail(what: { command: string; collection?: string; times?: number }, fault: StubFault): void;
  /** nothing goes wrong any more */
  mend(): void;
  /** how often a command of this name arrived */
  arrived(command: string, collection?: string): number;
  /** the process is gone: lines break, and nobody is let in until it is back */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

interface Script {
  command: string;
  collection: string | undefined;
  left: number;
  fault: StubFault;
}

const retryable = new Set([91, 189, 10107, 11600, 11602, 13435, 13436]);

/** Starts it on a free port of this machine, as the primary of a replica set of one. */
export async function startStub(): Promise<StubServer> {
  const memory = new StubMemory();
  const scripts: Script[] = [];
  const arrivals: [string, unknown][] = [];
  const lines = new Set<Socket>();
  let role: StubRole = 'primary';
  let port = 0;

  const take = (line: Socket, asked: Asked): void => {
    const [command = '', collection] = Object.entries(asked.command)[0] ?? [];
    arrivals.push([command, collection]);
    const script = scripts.find(
      (one) => one.left > 0 && one.command === command && (one.collection ?? collection) === collection,
    );
    if (script) script.left -= 1;
    const fault = script?.fault;
    if (fault === 'cut before') return void line.destroy();
    const answer = typeof fault === 'object' ? errorOf(fault) : answerTo(asked.command, role, port, memory);
    if (fault === 'cut after') return void line.destroy();
    line.write(writeAnswer(asked, answer));
  };

  const server = createServer((line) => {
    let arrived: Buffer = Buffer.alloc(0);
    lines.add(line);
    line.on('close', () => lines.delete(line));
    line.on('error', () => line.destroy());
    line.on('data', (bytes: Buffer) => {
      const { asked, rest } = readMessages(Buffer.concat([arrived, bytes]));
      arrived = rest;
      for (const one of asked) take(line, one);
    });
  });
  const up = (): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        port = typeof address === 'object' && address ? address.port : 0;
        resolve();
      });
    });
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const line of lines) line.destroy();
    });
  await up();
  return {
    ...{ url: `mongodb://127.0.0.1:${String(port)}/`, memory, up, down, stop: down },
    become(next) {
      role = next;
    },
    fail({ command, collection, times = 1 }, fault) {
      scripts.push({ command, collection, left: times, fault });
    },
    mend() {
      scripts.length = 0;
    },
    arrived: (command, collection) =>
      arrivals.filter(([name, of]) => name === command && (collection ?? of) === of).length,
  };
}

const errorOf = ({ code, codeName }: { code: number; codeName: string }): Document => ({
  ...{ ok: 0, code, codeName, errmsg: codeName },
  // a replica set marks what a driver may send again
  ...(retryable.has(code) ? { errorLabels: ['RetryableWriteError'] } : {}),
});

function answerTo(command: Document, role: StubRole, port: number, memory: StubMemory): Document {
  const [name = ''] = Object.keys(command);
  switch (name.toLowerCase()) {
    case 'hello':
    case 'ismaster':
      return helloAs(role, `127.0.0.1:${String(port)}`);
    case 'ping':
    case 'endsessions':
      return { ok: 1 };
    case 'buildinfo':
      return { ok: 1, version: '8.0.0', versionArray: [8, 0, 0, 0] };
    case 'getdefaultrwconcern':
      return {
        ok: 1,
        defaultWriteConcern: { w: 'majority', wtimeout: 0 },
        defaultReadConcern: { level: 'local' },
      };
  }
  const writes = ['insert', 'update', 'delete', 'findAndModify', 'createIndexes'].includes(name);
  if (writes && role === 'secondary') return errorOf({ code: 10107, codeName: 'NotWritablePrimary' });
  return memory.answer(command);
}

function helloAs(role: StubRole, me: string): Document {
  const limits = {
    ...{ maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 },
    ...{ localTime: new Date(), minWireVersion: 0, maxWireVersion: 25, readOnly: false, helloOk: true },
  };
  const isPrimary = role !== 'secondary';
  const about = { isWritablePrimary: isPrimary, ismaster: isPrimary, secondary: !isPrimary };
  if (role === 'standalone') return { ok: 1, ...limits, ...about };
  const set = { setName: 'stub', setVersion: 1, hosts: [me], me, logicalSessionTimeoutMinutes: 30 };
  return { ok: 1, ...limits, ...about, ...set, ...(isPrimary ? { primary: me } : {}) };
}
