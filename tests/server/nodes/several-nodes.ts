import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../../server/access/index.ts';
import { systemClock } from '../../../server/clock.ts';
import { openVersions } from '../../../server/pathways/index.ts';
import { Caller } from '../../support/caller.ts';
import { listen } from '../../support/listen.ts';
import { Practitioners, sendWell, signInPair, storePractitioners } from '../../support/practitioners.ts';
import type { Pair } from '../../support/practitioners.ts';
import type { RealServer } from '../../support/real-server.ts';
import { publishedVersions, shippedVersion } from '../../support/shipped-version.ts';
import type { StorePlace } from '../../support/store-place.ts';
import { beginPost } from './slow-post.ts';

const processes = join(import.meta.dirname, '..', '..', '..', 'processes');
const administrator = { id: 'ada-admin', name: 'ada-admin', displayName: 'Ada', roles: ['administrator'] };
const leaver = {
  id: 'lee-leaver',
  name: 'lee-leaver',
  displayName: 'Lee',
  roles: ['social-worker'],
  team: 'everyone',
};

/** What holds for several server processes on one store, whatever the store stands on. */
export function severalNodes(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`several servers on one store (${name})`, () => {
    let place: StorePlace;
    let here: RealServer;
    let there: RealServer;
    let pair: Pair;
    beforeAll(async () => {
      place = await makePlace();
      await storePractitioners(place.store);
      for (const account of [administrator, leaver]) await createAccount(place.store, account);
      await publishedVersions(place.store, systemClock);
      here = await place.startServer();
      there = await place.startServer();
      pair = await signInPair(here.address);
    });
    afterAll(async () => {
      await Promise.all([here.stop(), there.stop()]);
      await place.remove();
    });
    const contact = async () => {
      const practitioners = new Practitioners({
        store: place.store,
        version: await shippedVersion(),
        seed: randomUUID(),
      });
      return practitioners.contact();
    };

    it('who signed in at one is known at the other', async () => {
      const { status, body } = await pair.first
        .at(there.address)
        .get<{ person?: { id: string } }>('/api/session');
      expect({ status, person: body.person?.id }).toEqual({ status: 200, person: 'robin-all' });
    });

    it('what is changed at one is heard at the other', async () => {
      const heard = await listen(there.address, pair.second.credentials.cookie);
      const { case: opened } = await sendWell<{ case: string }>(pair, await contact());
      expect(await heard.until((said) => said['case'] === opened)).toMatchObject({
        kind: 'case',
        case: opened,
      });
      await heard.leave();
    });

    it('whose account ends at one is out at the other, and hears no more there', async () => {
      const lee = (await Caller.signIn(here.address, leaver.id)).at(there.address);
      const heard = await listen(there.address, lee.credentials.cookie);
      expect((await lee.get('/api/teams')).status).toBe(200);
      const ada = await Caller.signIn(here.address, administrator.id);
      const { body: accounts } = await ada.get<{ id: string; revision: number }[]>('/api/accounts');
      const revision = accounts.find(({ id }) => id === leaver.id)?.revision;
      const { displayName, roles, team } = leaver;
      const change = { ...{ displayName, roles, team, disabled: true, revision } };
      expect((await ada.put(`/api/accounts/${leaver.id}`, change)).status).toBe(200);
      expect((await lee.get('/api/teams')).status).toBe(401);
      await sendWell(pair, await contact());
      expect(await heard.until(() => false)).toBe('ended');
    });

    it('new cases at one start on the version that was published at another', async () => {
      const versions = await openVersions(place.store, processes, 'child-protection');
      const { id: before } = await versions.current();
      const texts = await versions.texts(before);
      const files: Record<string, string> = texts?.files ?? {};
      const [form = ''] = Object.keys(files).filter((path) => path.startsWith('forms/'));
      const published = await versions.publish({
        ...{ name: 'The next', examples: {}, effective: systemClock.now().slice(0, 10), publication: 'p1' },
        files: { ...files, [form]: `${files[form] ?? ''}\n` },
      });
      expect(published).not.toBe(before);
      const { status, body } = await pair.first
        .at(there.address)
        .post<{ case: string }>('/api/cases', (await contact()).body);
      expect(status).toBe(200);
      expect((await place.store.load(body.case))?.case.version).toBe(published);
    });

    it('what is under way when a server is told to end is answered, and it is done once', async () => {
      const leaving = await place.startServer();
      const { body } = await contact();
      const begun = await beginPost(leaving.address, pair.first.at(leaving.address), '/api/cases', body);
      const gone = leaving.stop('SIGTERM');
      await refused(leaving.address);
      const { status, body: said } = await begun.finish();
      await gone;
      expect(status).toBe(200);
      const again = await pair.first.at(there.address).post('/api/cases', body);
      expect(again).toEqual({ status: 200, body: JSON.parse(said) as unknown });
    });
  });
}

/** Resolves when nobody is let in at the address any more: the server has begun to end. */
async function refused(address: string): Promise<void> {
  for (let isUp = true; isUp;) {
    isUp = await fetch(`${address}/api/health`, { headers: { connection: 'close' } }).then(
      ({ status }) => status !== 503,
      () => false,
    );
  }
}
