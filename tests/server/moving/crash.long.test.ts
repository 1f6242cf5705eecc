import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../../server/host.ts';
import { startMover } from '../../../server/moving/index.ts';
import type { Store } from '../../../server/store/index.ts';
import type { Browser } from '../support/test-server.ts';
import { storeIn } from '../support/temporary-store.ts';
import { Workplace } from '../support/workplace.ts';
import { planner, publishRedrawn } from './removal.ts';

const children = [{ first: 'Ada', born: '2019-03-02' }];
const families = 9;

class PowerCut extends Error {}

/** A store that is gone from the nth write of a kind on. */
function failing(store: Store, method: 'commit' | 'put', from: number, kind?: string): Store {
  let count = 0;
  let gone = false;
  const cut = (name: string, args: unknown[]): boolean => {
    const isIt = name === method && (!kind || (args[0] as { kind?: string }).kind === kind);
    if (isIt) count += 1;
    gone ||= count >= from;
    return gone;
  };
  return new Proxy(store, {
    get(target, name: string) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (cut(name, args)) return Promise.reject(new PowerCut());
        return (value as (...given: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

describe('a move that is cut off in the middle', () => {
  let place: Workplace;
  let lead: Browser;
  let move: string;
  let ids: string[];
  const others: Store[] = [];

  beforeAll(async () => {
    place = await Workplace.open({ published: true });
    ids = [];
    for (let n = 0; n < families; n += 1) {
      const family = await place.openFamily(children, `Family${String(n)}`);
      if (n % 2) await place.complete(family, 'bea', 'record-contact');
      ids.push(family.id);
    }
    const to = await publishRedrawn(place);
    lead = await place.server.signedIn('practice-lead', 'north', 'lea');
    const { begin, say, post } = planner(place, lead);
    move = await begin(to);
    await say(move, ({ steps }) => ({
      note: 'We tried it.',
      steps: [...steps, { from: 'screen-contact', to: 'look-at-contact' }],
    }));
    await post(`/api/moves/${move}/trial`);
    const signed = await post(`/api/moves/${move}/signature`);
    if (signed.status !== 200) throw new Error(JSON.stringify(signed.body));
    // under way in the store, with nobody here to carry it out
    const { store } = place.server;
    const kept = await store.document<object>('move', move);
    await store.put({
      ...{ kind: 'move', id: move, body: { ...kept?.body, state: 'moving' }, expecting: kept?.revision ?? 0 },
    });
  });
  afterAll(async () => {
    for (const one of others) await one.close();
    await place.close();
  });

  /** A further server on the same store. */
  const server = (process: string, spoil: (store: Store) => Store = (store) => store) => {
    const { clock, folder, versions } = place.server;
    const store = storeIn(folder, { now: () => Date.parse(clock.now()), process });
    others.push(store);
    const host: Host = { store: spoil(store), clock, versions };
    const faults: unknown[] = [];
    return { mover: startMover(host, (_, fault) => faults.push(fault)), faults };
  };
  const moves = async (id: string) => {
    const { rows } = await place.server.store.history(id, { limit: 500 });
    return rows.filter(({ kind }) => kind === 'case-moved').length;
  };
  const all = () => Promise.all(ids.map(moves));

  it('while a case is stored leaves that case and the rest as they were', async () => {
    const { mover } = server('first', (store) => failing(store, 'commit', 4));
    await mover.go().catch(() => undefined);
    await mover.stop();
    expect((await all()).reduce((sum, one) => sum + one, 0)).toBe(3);
  });

  it('is left alone by others for a moment, and then goes on where it stopped', async () => {
    const { mover } = server('second', (store) => failing(store, 'put', 3, 'moved-case'));
    await mover.go().catch(() => undefined);
    expect((await all()).reduce((sum, one) => sum + one, 0)).toBe(3);
    place.server.clock.pass(11);
    await mover.go().catch(() => undefined);
    await mover.stop();
    // the third case of this server was stored, and its result was not noted any more
    expect((await all()).reduce((sum, one) => sum + one, 0)).toBe(6);
  });

  it('ends with every family moved once, none lost and none doubled, and every result noted', async () => {
    place.server.clock.pass(11);
    const { mover, faults } = server('third');
    const { mover: beside } = server('fourth');
    await Promise.all([mover.go(), beside.go()]);
    await Promise.all([mover.stop(), beside.stop()]);
    expect(faults).toEqual([]);
    expect(await all()).toEqual(ids.map(() => 1));
    const said = await planner(place, lead).read(move);
    expect(said).toMatchObject({ state: 'done', counts: { moved: families, failed: 0, refused: 0 } });
    expect(said.cases).toHaveLength(families);
    for (const id of ids) expect((await place.case(id)).tasks).toHaveLength(1);
  });
});

describe('a move that is paused', () => {
  it('stops after the case in hand, and goes on when it is told to', async () => {
    const place = await Workplace.open({ published: true });
    try {
      for (let n = 0; n < 4; n += 1) await place.openFamily(children, `Family${String(n)}`);
      const to = await publishRedrawn(place);
      const { begin, say, post, run, still, read } = planner(
        place,
        await place.server.signedIn('practice-lead', 'north', 'lea'),
      );
      const id = await begin(to);
      await say(id, ({ steps }) => ({
        ...{ note: 'Why not.', steps: [...steps, { from: 'screen-contact', to: 'look-at-contact' }] },
      }));
      await post(`/api/moves/${id}/trial`);
      await post(`/api/moves/${id}/signature`);
      await run(id);
      await run(id, 'pause');
      const paused = await read(id);
      expect(['paused', 'done']).toContain(paused.state);
      await run(id);
      expect(await still(id)).toMatchObject({ state: 'done', counts: { moved: 4 } });
    } finally {
      await place.close();
    }
  });

  it('does not begin before the day on which the new version comes into effect', async () => {
    const place = await Workplace.open({ published: true });
    try {
      await place.openFamily(children);
      const to = await publishRedrawn(place, '2026-09-03');
      const lead = await place.server.signedIn('practice-lead', 'north', 'lea');
      const { begin, say, post, run } = planner(place, lead);
      const id = await begin(to);
      await say(id, ({ steps }) => ({
        ...{ note: 'Why not.', steps: [...steps, { from: 'screen-contact', to: 'look-at-contact' }] },
      }));
      await post(`/api/moves/${id}/trial`);
      await post(`/api/moves/${id}/signature`);
      expect(await run(id)).toMatchObject({ status: 409, body: { refusal: { reason: 'not-in-effect' } } });
      place.server.clock.pass(2 * 24 * 60 * 60);
      const anew = planner(place, await place.server.signedIn('practice-lead', 'north', 'lea'));
      expect(await anew.run(id)).toMatchObject({ status: 200 });
      expect(await anew.still(id)).toMatchObject({ counts: { moved: 1 } });
    } finally {
      await place.close();
    }
  });
});
