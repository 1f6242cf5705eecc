import type { IncomingMessage } from 'node:http';

/** the most that is taken of what is refused, in bytes, and for how long, in milliseconds */
const most = 32 * 1024 * 1024;
const longest = 10_000;

/**
 * Takes the rest of a body that is refused for its size and throws it away, so that whoever sends it comes to hear why:
 * a line that is cut while they send tells them nothing. What goes on for too long is cut.
 */
export function takeRest(body: IncomingMessage): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let taken = 0;
    const watch = setTimeout(end, longest);
    function end(): void {
      clearTimeout(watch);
      resolve();
    }
    body.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      if (taken > most) end();
    });
    body.once('end', end).once('close', end).once('error', end).resume();
  });
}
