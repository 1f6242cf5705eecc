import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { randomUUID } from 'node:crypto';
import { testServer } from '../server/support/test-server.ts';
import type { Browser } from '../server/support/test-server.ts';
import type { Posted, Posting } from './hostile-client.ts';
import { watchLoop } from './standstill.ts';
import type { Standstill } from './standstill.ts';

export interface Withstood {
  files: number;
  /** answered with a reason, and nothing kept */
  refused: Posted[];
  /** kept as a draft, with reasons against publishing it */
  held: Posted[];
  /** kept as a draft in which it does nothing */
  inert: Posted[];
  /** anything else: a fault of the server, or a no without a reason */
  faults: Posted[];
  standstill: Standstill;
}

/**
 * Posts every hostile drawing, form and version to the server as in production, from a thread of its own, and looks
 * how long its event loop stood still. The first things it ever reads are well-meant: starting up is not what is measured.
 */
export async function withstand(): Promise<Withstood> {
  const server = await testServer({ published: true });
  try {
    const browser = await server.signedIn('working-group-member', 'north', 'mallory');
    const draft = await warmUp(browser);
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { body } = await browser.get<{ csrf: string }>('/api/session');
    const client = new Worker(new URL('./hostile-client.ts', import.meta.url), {
      workerData: { address, cookie: browser.cookie(), csrf: body.csrf, draft } satisfies Posting,
    });
    await once(client, 'online');
    const stop = watchLoop();
    await once(client, 'message');
    const standstill = stop();
    client.postMessage('now tell what the checks say');
    const [posted] = (await once(client, 'message')) as [Posted[]];
    await client.terminate();
    return { ...sort(posted), standstill };
  } finally {
    await server.close();
  }
}

async function warmUp(browser: Browser): Promise<string> {
  const commandId = randomUUID();
  const versions = await browser.get<{ id: string }[]>('/api/pathway/versions');
  const from = { version: versions.body[0]?.id };
  const why = 'To see whether it holds';
  const started = await browser.post<{ draft: string }>('/api/drafts', {
    title: 'Draft',
    why,
    from,
    commandId,
  });
  const { draft } = started.body;
  const changes = { 'timescales.json': null };
  for (const text of ['<a/>', '{}']) {
    const again = { title: 'Draft', why, name: 'small', text, commandId: randomUUID() };
    await browser.post('/api/drafts/import', again);
    await browser.post(`/api/drafts/${draft}/saves`, {
      expecting: 1,
      says: 'x',
      changes,
      commandId: randomUUID(),
    });
  }
  return draft;
}

function sort(posted: Posted[]): Omit<Withstood, 'standstill'> {
  const isRefused = ({ status, reasons }: Posted): boolean =>
    status >= 400 && status < 500 && reasons.length > 0;
  const kept = posted.filter(({ status }) => status === 200);
  return {
    files: posted.length,
    refused: posted.filter(isRefused),
    held: kept.filter(({ reasons }) => reasons.length > 0),
    inert: kept.filter(({ reasons }) => reasons.length === 0),
    faults: posted.filter((one) => one.status !== 200 && !isRefused(one)),
  };
}
