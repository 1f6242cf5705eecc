import type { FastifyInstance } from 'fastify';
import { familyThing, may, nothing, personOf, type Person } from '../access/index.ts';
import { refuse } from '../errors.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import type { Change } from '../store/port.ts';
import { liveStream, type LiveStream } from './live-stream.ts';

interface Listener extends LiveStream {
  token: string;
  account: string;
}

export interface Live {
  /** looks for changes once and tells every listener what is theirs to hear */
  poll(): Promise<void>;
  /** says to every listener that the line is open */
  beat(): void;
  listeners(): number;
}

declare module 'fastify' {
  interface FastifyInstance {
    live: Live;
  }
}

const pollMilliseconds = 700;
const beatMilliseconds = 25_000;
const mostListeners = 2000;
/** pages that somebody has open at once, in all their browsers; those beyond it show news when they are loaded again */
const mostOfOne = 20;

/**
 * Tells pages that something changed, so that they ask again; what changed is never in the message. The store's
 * counter is polled, so a change made through any server is heard on all.
 */
export function liveEvents(app: FastifyInstance, services: Services): void {
  const listeners = new Set<Listener>();
  const poll = pollOver(services, listeners);
  const beat = (): void => {
    for (const listener of listeners) listener.beat();
  };
  app.decorate('live', { poll, beat, listeners: () => listeners.size });

  const timer = setInterval(() => {
    if (listeners.size > 0) poll().catch(() => app.log.error('changes could not be read'));
  }, pollMilliseconds);
  const beating = setInterval(beat, beatMilliseconds);
  timer.unref();
  beating.unref();
  app.addHook('preClose', async () => {
    clearInterval(timer);
    clearInterval(beating);
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
      const account = signedIn(request).id;
      const own = [...listeners].filter((one) => one.account === account).length;
      if (listeners.size >= mostListeners || own >= mostOfOne) {
        refuse(
          503,
          'too-many-listeners',
          'Live updates are busy. The page still works; load it again to see news.',
        );
      }
      const listener = { token: request.token ?? '', account, ...liveStream() };
      await poll();
      listeners.add(listener);
      listener.stream.on('close', () => listeners.delete(listener));
      request.raw.on('close', () => listener.stream.destroy());
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
    // so far behind that some were let go of: everybody asks again
    const missed = after !== undefined && (changes[0]?.seq ?? 0) > after + 1;
    after = changes.at(-1)?.seq ?? latest;
    await tell(services, listeners, changes, missed);
  };
  return () => {
    const next = (running ?? Promise.resolve()).catch(() => undefined).then(once);
    running = next;
    return next;
  };
}

/** Whose session is over stops hearing; of a family hears who may read it. Nobody is told of a family by its id else. */
async function tell(
  services: Services,
  listeners: Set<Listener>,
  changes: Change[],
  missed: boolean,
): Promise<void> {
  const families = await familiesIn(services, changes);
  const people = await peopleOf(services, listeners);
  const isOfWork = changes.some(({ kind }) => kind !== 'draft' && kind !== 'pathway');
  for (const listener of listeners) {
    const person = people.get(listener.token);
    if (!person) {
      listener.stream.end();
      continue;
    }
    const heard = changes.filter((change) => {
      const thing = change.case === undefined ? undefined : families.get(change.case);
      return thing !== undefined && may(person, 'read-family', thing).ok;
    });
    if (missed) listener.say({ kind: 'tasks', missed });
    else if (isOfWork && seesWork(person)) listener.say({ kind: 'tasks' });
    const redrawn = changes.some(({ kind }) => kind === 'pathway');
    if (redrawn && ofTheGroup(person)) listener.say({ kind: 'pathway' });
    for (const { seq: _seq, ...said } of heard) listener.say(said);
  }
}

/**
 * Whoever has a list or a board may have to ask again: a task may stand in a queue of any team. Nobody else hears how
 * much is going on.
 */
const seesWork = (person: Person): boolean =>
  (['list-work', 'see-stages'] as const).some((action) => may(person, action, nothing).ok);

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

/** Whose each session is, asked once for all pages it has open. */
async function peopleOf(services: Services, listeners: Set<Listener>) {
  const people = new Map<string, Person | undefined>();
  for (const { token } of listeners) {
    if (!people.has(token)) people.set(token, await personOf(services, token, 'look'));
  }
  return people;
}
