import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder } from '../../server/support/temporary-store.ts';

/** The product as somebody starts it: a process of its own, with whatever it prints. */
export interface Product {
  url: string;
  printed: string[];
  stop(): Promise<number | null>;
}

const main = join(import.meta.dirname, '..', '..', '..', 'server', 'main.ts');

/** Starts the server in an empty folder on a free port, as `npm start` does, and waits until it says it is ready. */
export async function startProduct(...options: string[]): Promise<Product> {
  const folder = temporaryFolder();
  const running = spawn(process.execPath, [main, ...options], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder.path, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  const url = await readyAt(running, printed);
  return {
    ...{ url, printed },
    async stop() {
      const ended = new Promise<number | null>((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      const code = await ended;
      folder.remove();
      return code;
    },
  };
}

function readyAt(running: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    running.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${printed.join('\n')}`)));
    if (!running.stdout) return reject(new Error('nothing to read'));
    createInterface({ input: running.stdout }).on('line', (line) => {
      printed.push(line);
      const [, url] = /^Throughline is ready: (\S+)/.exec(line) ?? [];
      if (url) resolve(url);
    });
  });
}
