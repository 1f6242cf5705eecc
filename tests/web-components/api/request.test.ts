// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { get, post, put, query, rememberCsrf, whenSignedOut } from '../../../web-components/api/request.ts';

const answers = (status: number, body: unknown): ReturnType<typeof vi.fn> => {
  const fetch = vi.fn(() =>
    Promise.resolve(new Response(body === undefined ? '' : JSON.stringify(body), { status })),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a request', () => {
  it('that changes something carries the token of the session', async () => {
    const fetch = answers(200, {});
    rememberCsrf('abc');
    await put('/tasks/1/drafts/q', { value: 1 });
    expect(fetch.mock.calls[0]).toMatchObject([
      '/api/tasks/1/drafts/q',
      { method: 'PUT', headers: { 'x-csrf-token': 'abc' } },
    ]);
  });

  it('that only reads carries none', async () => {
    const fetch = answers(200, []);
    await get('/tasks');
    const [, sent] = fetch.mock.calls[0] as unknown as [string, { headers: object }];
    expect(Object.keys(sent.headers)).toEqual(['accept']);
  });

  it('that the page sends by itself says so, once nobody has touched it for a minute', async () => {
    const fetch = answers(200, []);
    const sent = async (): Promise<string[]> => {
      await get('/tasks');
      const [, request] = fetch.mock.lastCall as unknown as [string, { headers: object }];
      return Object.keys(request.headers);
    };
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000_000);
    dispatchEvent(new Event('keydown'));
    clock.mockReturnValue(1_050_000);
    expect(await sent()).toEqual(['accept']);
    clock.mockReturnValue(1_061_000);
    expect(await sent()).toEqual(['accept', 'x-live']);
    await post('/tasks');
    expect(fetch.mock.lastCall).not.toMatchObject([{}, { headers: { 'x-live': '1' } }]);
    dispatchEvent(new Event('click'));
    expect(await sent()).toEqual(['accept']);
    clock.mockRestore();
  });

  it('that is refused brings the reason as a value', async () => {
    answers(422, { refusal: { reason: 'answers', message: 'Two are missing.', findings: [] } });
    expect(await post('/x')).toMatchObject({
      ok: false,
      status: 422,
      refusal: { message: 'Two are missing.' },
    });
  });

  it('that does not arrive says so and loses nothing', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await get('/x')).toMatchObject({ ok: false, status: 0, refusal: { reason: 'unreachable' } });
  });

  it('while a proxy stands in for a server that is away counts as no connection', async () => {
    answers(502, undefined);
    expect(await get('/x')).toMatchObject({ ok: false, status: 0 });
  });

  it('without a session tells the frame', async () => {
    answers(401, { refusal: { reason: 'signed-out', message: 'Sign in.' } });
    const told = vi.fn();
    whenSignedOut(told);
    await get('/x');
    expect(told).toHaveBeenCalledOnce();
  });

  it('asks only with what is set', () => {
    expect(query({ view: 'mine', stage: '', worker: undefined, limit: 3 })).toBe('?view=mine&limit=3');
    expect(query({})).toBe('');
  });
});
