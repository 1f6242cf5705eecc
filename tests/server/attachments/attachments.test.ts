import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCommit, aFamily } from '../support/a-commit.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('a house'),
]);

describe('attachments', () => {
  let server: TestServer;
  let sam: Browser;
  beforeEach(async () => {
    server = await testServer();
    sam = await server.signedIn('social-worker', 'north', 'sam');
  });
  afterEach(() => server.close());

  const send = (bytes: Buffer, type: string, name = 'house.png', query = '') => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
    return sam.send<{ id: string }>({
      ...{ method: 'POST', url: `/api/attachments${query}` },
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
    });
  };

  it('come back as they were sent, in a sandbox, under the name they had', async () => {
    const sent = await send(png, 'image/png');
    expect(sent).toMatchObject({
      status: 200,
      body: { name: 'house.png', type: 'image/png', bytes: png.length },
    });
    const back = await server.app.inject({
      ...{ method: 'GET', url: `/api/attachments/${sent.body.id}`, headers: { cookie: sam.cookie() } },
    });
    expect(back.rawPayload.equals(png)).toBe(true);
    expect(back.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': "inline; filename*=UTF-8''house.png",
    });
  });

  it('are kept under a name that ends as their kind does', async () => {
    const named = async (name: string) =>
      (await send(png, 'image/png', name)) as unknown as { body: { name: string } };
    expect((await named('house.exe')).body.name).toBe('house.exe.png');
    expect((await named('house')).body.name).toBe('house.png');
    expect((await named('House.PNG')).body.name).toBe('House.PNG');
  });

  it('can be opened again, however long their name and wherever it is cut', async () => {
    const { id } = (await send(Buffer.from('notes'), 'text/plain', `${'a'.repeat(149)}\u{1F600}.txt`)).body;
    const back = await sam.get(`/api/attachments/${id}`);
    expect(back.headers['content-disposition']).toContain(`${'a'.repeat(149)}.txt`);
  });

  it('are never a page: what could run is refused, whatever it calls itself', async () => {
    expect((await send(Buffer.from('<script>'), 'text/html', 'a.html')).status).toBe(422);
    expect((await send(Buffer.from('<svg onload="x"/>'), 'image/svg+xml', 'a.svg')).status).toBe(422);
    expect((await send(Buffer.from('<script>alert(1)</script>'), 'image/png')).status).toBe(422);
    expect((await send(Buffer.alloc(0), 'image/png')).status).toBe(422);
  });

  it('that are shown to nobody are offered to be saved', async () => {
    const sent = await send(Buffer.from('notes'), 'text/plain', '../../etc/pass"wd\u0007.txt');
    const back = await sam.get(`/api/attachments/${sent.body.id}`);
    expect(back.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[^/]*$/);
  });

  it('that are too large are refused and not kept', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 1);
    png.copy(large);
    expect((await send(large, 'image/png')).status).toBe(413);
  });

  it('are for the sender alone until they belong to a family, and then for those who may read it', async () => {
    const { id } = (await send(png, 'image/png')).body;
    const kim = await server.signedIn('social-worker', 'north', 'kim');
    const lee = await server.signedIn('social-worker', 'south', 'lee');
    expect((await kim.get(`/api/attachments/${id}`)).status).toBe(403);
    const family = aFamily('case-1', { team: 'north' });
    await server.store.commit(aCommit(0, { family, attachments: [id] }));
    expect((await kim.get(`/api/attachments/${id}`)).status).toBe(200);
    expect((await lee.get(`/api/attachments/${id}`)).status).toBe(403);
  });

  it('are not put into a family the sender may not read', async () => {
    await server.store.commit(aCommit(0, { family: aFamily('case-1', { team: 'south' }) }));
    expect((await send(png, 'image/png', 'a.png', '?case=case-1')).status).toBe(403);
  });

  it('need a file', async () => {
    expect((await sam.post('/api/attachments', { file: 'x' })).status).toBe(415);
  });
});
