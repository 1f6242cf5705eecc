import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { familyThing, may, nothing, personOf, type Person } from '../access/index.ts';
import { refuse } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Change } from '../store/port.ts';

interface Listener {
  token: string;
  stream: PassThrough;
}

export interface Live {
  /** looks for changes once and tells every listener what is theirs to hear */
  poll(): Promise<void>;
  listeners(): number;
}

declare module 'fastify' {
  interface FastifyInstance {
    live: Live;
  }
}

const pollMilliseconds = 700;
const mostListeners = 2000;

/**
 * Tells pages that something changed, so that they ask again; what changed is never in the message. The store's
 * counter is polled, so a change made through any server is heard on all.
 */
export function liveEvents(app: FastifyInstance, services: Services): void {
  const listeners = new Set<Listener>();
  const poll = pollOver(services, listeners);
  app.decorate('live', { poll, listeners: () => listeners.size });

  const timer = setInterval(() => {
    if (listeners.size > 0) poll().catch(() => app.log.error('changes could not be read'));
  }, pollMilliseconds);
  timer.unref();
  app.addHook('preClose', async () => {
    clearInterval(timer);
    for (const { stream } of listeners) stream.end();
  });

  app.get('/api/live', {
    schema: {
      summary: 'Server-sent events: something changed, ask again',
      tags: ['service'],
      response: {
        200: { type: 'string', description: 'data: { kind: tasks | case | draft | pathway, case?, task? }' },
      },
    },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { none: 'Says that something changed, to those who may read it.' },
      live: true,
    },
    handler: async (request, reply) => {
      if (listeners.size >= mostListeners) {
        refuse(
          503,
          'too-many-listeners',
          'Live updates are busy. The page still works; load it again to see news.',
        );
      }
      const listener = { token: request.token ?? '', stream: new PassThrough() };
      await poll();
      listeners.add(listener);
      listener.stream.on('close', () => listeners.delete(listener));
      request.raw.on('close', () => listener.stream.destroy());
      listener.stream.write('retry: 3000\n\n: listening\n\n');
      return reply
        .header('content-type', 'text/event-stream')
        .header('x-accel-buffering', 'no')
        .send(listener.stream);
    },
  });
}

/** Remembers where it is in the changes; two polls never run into each other. */
function pollOver(services: Services, listeners: Set<Listener>): () => Promise<void> {
  let after: number | undefined;
  let running: Promise<void> | undefined;
  const once = async (): Promise<void> => {
    const { changes, latest } = await services.store.changes(after);
    after = changes.at(-1)?.seq ?? latest;
    await tell(services, listeners, changes);
  };
  return () => {
    const next = (running ?? Promise.resolve()).catch(() => undefined).then(once);
    running = next;
    return next;
  };
}

/** Whose session is over stops hearing; of a family hears who may read it. Nobody is told of a family by its id else. */
async function tell(services: Services, listeners: Set<Listener>, changes: Change[]): Promise<void> {
  const families = await familiesIn(services, changes);
  for (const listener of listeners) {
    const person = await personOf(services, listener.token, 'look');
    if (!person) {
      listener.stream.end();
      continue;
    }
    const heard = changes.filter((change) => {
      const thing = change.case === undefined ? undefined : families.get(change.case);
      return thing !== undefined && may(person, 'read-family', thing).ok;
    });
    if (changes.some(({ kind }) => kind !== 'draft' && kind !== 'pathway')) send(listener, { kind: 'tasks' });
    const redrawn = changes.some(({ kind }) => kind === 'pathway');
    if (redrawn && ofTheGroup(person)) send(listener, { kind: 'pathway' });
    for (const { seq: _seq, ...said } of heard) send(listener, said);
  }
}

const groupActions = ['redraw-pathway', 'approve-pathway', 'move-cases'] as const;

/** Drafts, publishing and moves are news to whoever has a part in them; it names none of them. */
const ofTheGroup = (person: Person): boolean =>
  groupActions.some((action) => may(person, action, nothing).ok);

async function familiesIn({ store }: Services, changes: Change[]) {
  const ids = new Set(changes.map((change) => change.case).filter((id) => id !== undefined));
  const found = await Promise.all(
    [...ids].map(async (id) => {
      const family = await store.family(id).catch(() => undefined);
      return family ? ([id, familyThing(family)] as const) : undefined;
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}

function send({ stream }: Listener, said: object): void {
  stream.write(`data: ${JSON.stringify(said)}\n\n`);
}
