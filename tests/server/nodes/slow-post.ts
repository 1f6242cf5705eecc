import { once } from 'node:events';
import { request } from 'node:http';
import type { Caller } from '../../support/caller.ts';

/** A request that the server has begun to take, and whose body has not all arrived. */
export interface SlowPost {
  /** sends the rest, and gives the answer */
  finish(): Promise<{ status: number; body: string }>;
}

/** Begins a change and holds half of it back; resolves once the server has said that it goes on with it. */
export async function beginPost(
  address: string,
  caller: Caller,
  path: string,
  body: object,
): Promise<SlowPost> {
  const text = JSON.stringify(body);
  const sending = request(`${address}${path}`, {
    method: 'POST',
    agent: false,
    headers: {
      ...caller.credentials,
      ...{ 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) },
      expect: '100-continue',
    },
  });
  const answered = once(sending, 'response');
  // whoever finishes hears of a broken line; until then it is nobody's fault
  answered.catch(() => undefined);
  sending.flushHeaders();
  await once(sending, 'continue');
  sending.write(text.slice(0, 10));
  return {
    async finish() {
      sending.end(text.slice(10));
      const [response] = (await answered) as [AsyncIterable<Buffer> & { statusCode: number }];
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      return { status: response.statusCode, body: Buffer.concat(parts).toString() };
    },
  };
}
