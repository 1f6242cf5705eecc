import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder } from '../../server/support/temporary-store.ts';
import { temporaryPlace } from '../in-memory.ts';
import { portToKeep } from '../port-to-keep.ts';
import { wireAtHand } from './at-hand.ts';

/** A server that speaks MongoDB's wire protocol. */
export interface WireServer {
  /** with no database named */
  readonly url: string;
  /** started here: it may be killed. A server that was there already may not */
  readonly ours: boolean;
  /** ends it with no warning, as a power cut of its machine does; only when it is ours */
  kill(): Promise<void>;
  /** starts it again on the same data and the same address */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The server that is at hand, or one of our own in a temporary folder on a free port of this machine. */
export async function startWireServer(): Promise<WireServer> {
  const atHand = wireAtHand();
  if (!atHand) {
    throw new Error('There is no wire server: set MONGODB_URL, or run .ci/wire-server where Go is at hand.');
  }
  return atHand.kind === 'server' ? standing(atHand.url) : ownServer(atHand.file);
}

function standing(url: string): WireServer {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('The server of MONGODB_URL is not ours to kill.'));
  return { url, ours: false, kill: refuse, restart: refuse, stop: async () => undefined };
}

async function ownServer(program: string): Promise<WireServer> {
  const folder = temporaryFolder(temporaryPlace());
  const port = await portToKeep();
  let running = await start(program, folder.path, port);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    running.process.kill(signal);
    await running.gone;
  };
  return {
    url: `mongodb://127.0.0.1:${String(port)}/`,
    ours: true,
    kill: () => end('SIGKILL'),
    async restart() {
      running = await start(program, folder.path, port);
    },
    async stop() {
      await end('SIGTERM');
      folder.remove();
    },
  };
}

interface Running {
  process: ChildProcess;
  gone: Promise<void>;
}

async function start(program: string, folder: string, port: number): Promise<Running> {
  mkdirSync(join(folder, 'db'), { recursive: true });
  const args = [
    ...['--handler=sqlite', `--sqlite-url=file:${folder}/db/`, `--state-dir=${folder}`],
    ...[
      `--listen-addr=127.0.0.1:${String(port)}`,
      '--debug-addr=-',
      '--telemetry=disable',
      '--log-level=info',
    ],
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${program} ended with ${String(code)}: ${said.join('\n')}`)),
    );
    if (!child.stderr) return reject(new Error('nothing to read'));
    // read to the end, or the server waits for a reader once the pipe is full
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (said.length < 20) said.push(line);
      if (line.includes('Listening on TCP')) resolve({ process: child, gone });
    });
  });
}
