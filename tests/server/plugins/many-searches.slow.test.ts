import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';

test('whoever searches without end is asked to wait, in each of their sessions, and nobody else', async () => {
  const server = await testServer();
  try {
    const sam = await server.signedIn('social-worker', 'north', 'sam');
    const kim = await server.signedIn('social-worker');
    const statuses = new Set<number>();
    for (let n = 0; n < 241; n += 1)
      statuses.add((await sam.post('/api/cases/search', { text: 'x' })).status);
    expect([...statuses].at(-1)).toBe(429);
    expect((await sam.post('/api/cases/search', { text: 'x' })).body).toMatchObject({
      refusal: { reason: 'too-many-tries' },
    });
    const elsewhere = await server.signedIn('social-worker', 'north', 'sam');
    expect((await elsewhere.post('/api/cases/search', { text: 'x' })).status).toBe(429);
    expect((await kim.post('/api/cases/search', { text: 'x' })).status).not.toBe(429);
    expect((await sam.get('/api/staff')).status).toBe(200);
  } finally {
    await server.close();
  }
});
