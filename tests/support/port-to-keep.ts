import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A free port for a server that comes back on the same address: below those that the machine gives to whoever asks for
 * any, since one of those is somebody else's by the time the server is back.
 */
export async function portToKeep(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
