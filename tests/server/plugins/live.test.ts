import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCommit, aFamily } from '../support/a-commit.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

describe('live updates', () => {
  let server: TestServer;
  let origin: string;
  beforeEach(async () => {
    server = await testServer();
    origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());

  /** what a page hears, one message after the other */
  const listen = async (cookie: string) => {
    const response = await fetch(`${origin}/api/live`, { headers: { cookie } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const next = async (): Promise<object | 'ended'> => {
      for (;;) {
        const match = /data: (.*)\n\n/.exec(text);
        if (match) {
          text = text.slice(match.index + match[0].length);
          return JSON.parse(match[1] ?? '') as object;
        }
        const read = await reader?.read();
        if (!read || read.done) return 'ended';
        text += read.value;
      }
    };
    return { next, status: response.status, type: response.headers.get('content-type') };
  };

  it('tell those who may read a family that it changed, and others only that there may be work', async () => {
    const sam = await listen((await server.signedIn('social-worker', 'north')).cookie());
    const lee = await listen((await server.signedIn('social-worker', 'elsewhere')).cookie());
    expect(sam.type).toContain('text/event-stream');
    await server.store.commit(aCommit(0, { family: aFamily('case-1', { team: 'north' }) }));
    await server.store.put({
      ...{ kind: 'draft', id: 'd', body: 'text', expecting: 0 },
      change: { kind: 'draft', case: 'case-1', task: 't1' },
    });
    await server.app.live.poll();
    expect([await sam.next(), await sam.next(), await sam.next()]).toEqual([
      { kind: 'tasks' },
      { kind: 'case', case: 'case-1' },
      { kind: 'draft', case: 'case-1', task: 't1' },
    ]);
    await server.store.commit(aCommit(1));
    await server.app.live.poll();
    expect([await lee.next(), await lee.next()]).toEqual([{ kind: 'tasks' }, { kind: 'tasks' }]);
  });

  it('end with the session', async () => {
    const sam = await server.signedIn('social-worker');
    const heard = await listen(sam.cookie());
    await sam.post('/api/sign-out');
    await server.store.commit(aCommit(0));
    await server.app.live.poll();
    expect(await heard.next()).toBe('ended');
  });

  it('are for nobody who has not signed in', async () => {
    expect((await listen((await server.browser()).cookie())).status).toBe(401);
  });

  it('end when the server stops', async () => {
    const heard = await listen((await server.signedIn('social-worker')).cookie());
    await server.app.close();
    expect(await heard.next()).toBe('ended');
  });
});
