import { PassThrough } from 'node:stream';

/** What a page may leave unread before it is let go of: it asks again when its machine is awake. */
const mostUnread = 64 * 1024;

/** One page that listens. */
export interface LiveStream {
  stream: PassThrough;
  say(said: object): void;
  /** keeps proxies from ending a quiet stream, and finds out who is gone */
  beat(): void;
}

/** A stream of events that never holds more than a page could read in a moment. */
export function liveStream(): LiveStream {
  const stream = new PassThrough();
  const write = (text: string): void => {
    if (stream.readableLength + stream.writableLength > mostUnread) stream.destroy();
    else stream.write(text);
  };
  write('retry: 3000\n\n: listening\n\n');
  return {
    stream,
    say: (said) => write(`data: ${JSON.stringify(said)}\n\n`),
    beat: () => write(': here\n\n'),
  };
}
