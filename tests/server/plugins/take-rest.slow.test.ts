import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { testServer } from '../support/test-server.ts';

it('whoever sends more than the server takes, and listens only then, comes to hear so', async () => {
  const server = await testServer();
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const sam = await server.signedIn('administrator');
  const { body } = await sam.get<{ csrf: string }>('/api/session');
  const tooMuch = Buffer.from(JSON.stringify({ name: 'x'.repeat(12_000_000) }));
  const line = connect(Number(new URL(address).port), '127.0.0.1');
  await once(line, 'connect');
  line.write(
    [
      'PUT /api/teams/x HTTP/1.1',
      'host: 127.0.0.1',
      `cookie: ${sam.cookie()}`,
      `x-csrf-token: ${body.csrf}`,
      'content-type: application/json',
      `content-length: ${String(tooMuch.length)}`,
      '\r\n',
    ].join('\r\n'),
  );
  for (let at = 0; at < tooMuch.length; at += 1_000_000) {
    await new Promise<void>((resolve, reject) =>
      line.write(tooMuch.subarray(at, at + 1_000_000), (fault) => (fault ? reject(fault) : resolve())),
    );
  }
  const answer = await text(line);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"reason":"too-large"');
  await server.close();
});
