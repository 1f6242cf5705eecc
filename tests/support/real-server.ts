import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../server/main.ts');

export interface RealServer {
  address: string;
  /** number of its process on this machine */
  pid: number;
  /** milliseconds from starting the process to its saying that it is ready */
  ready: number;
  /** ends it as an operator would, or as a power cut does; resolves once the process is gone */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * The server as `npm start` runs it, in a process of its own, on a free port of this machine. Where it stores is said
 * here alone: what the machine's own environment says of a database is not for it.
 */
export async function startServer(
  folder: string,
  args: string[] = [],
  settings: Record<string, string> = {},
): Promise<RealServer> {
  const began = performance.now();
  const { MONGODB_URL: _url, MASTER_KEY_FILE: _key, ...own } = process.env;
  const env = {
    ...own,
    ...{ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', AUTHORITY: 'Northmoor Council' },
    ...settings,
  };
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await told(child);
  return {
    address,
    pid: child.pid ?? 0,
    ready: performance.now() - began,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await gone;
    },
  };
}

function told(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /ready: (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}: ${said}`)));
  });
}
