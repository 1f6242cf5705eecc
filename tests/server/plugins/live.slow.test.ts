import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveStream } from '../../../server/plugins/live-stream.ts';
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

  it('tell nothing of work to who has no list of it', async () => {
    const school = await listen((await server.signedIn('partner-agency')).cookie());
    await server.store.commit(aCommit(0, { family: aFamily('case-1', { team: 'north' }) }));
    await server.app.live.poll();
    await server.app.close();
    expect(await school.next()).toBe('ended');
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

  it('are for so many pages of one account, and for everybody else all the same', async () => {
    const sam = await server.signedIn('social-worker', 'north', 'sam');
    for (let n = 0; n < 20; n += 1) expect((await listen(sam.cookie())).status).toBe(200);
    const again = await server.signedIn('social-worker', 'north', 'sam');
    expect((await listen(again.cookie())).status).toBe(503);
    expect((await listen((await server.signedIn('social-worker')).cookie())).status).toBe(200);
  });

  it('say that anything may have changed, where changes were let go of before they were heard', async () => {
    const heard = await listen((await server.signedIn('social-worker')).cookie());
    await server.store.commit(aCommit(0));
    await server.app.live.poll();
    expect(await heard.next()).toEqual({ kind: 'tasks' });
    const { store } = server;
    const { latest } = await store.changes();
    vi.spyOn(store, 'changes').mockResolvedValueOnce({
      ...{ changes: [{ seq: latest + 9, kind: 'tasks' }], latest: latest + 9 },
    });
    await server.app.live.poll();
    expect(await heard.next()).toEqual({ kind: 'tasks', missed: true });
  });
});

describe('the stream of a page', () => {
  it('goes on while it is read, and is let go of once too much of it waits', async () => {
    const { stream, say, beat } = liveStream();
    const line = { kind: 'case', case: 'c'.repeat(1000) };
    for (let n = 0; n < 200; n += 1) {
      say(line);
      stream.read();
    }
    expect(stream.destroyed).toBe(false);
    let said = 0;
    for (; !stream.destroyed && said < 200; said += 1) say(line);
    expect(said).toBeGreaterThan(60);
    expect(said).toBeLessThan(70);
    expect(() => beat()).not.toThrow();
  });

  it('beats with what no page takes for news', () => {
    const { stream, beat } = liveStream();
    stream.read();
    beat();
    expect(String(stream.read())).toBe(': here\n\n');
  });
});
