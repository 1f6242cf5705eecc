/**
 * A process that wakes what is due, with a clock that is wrong by so many seconds, and says on its standard output what
 * it claims and what it has done. `node wake-worker.ts <folder> <seconds>`
 */
import { writeSync } from 'node:fs';
import { wakeCase } from '../../server/cases/index.ts';
import { openSqlite } from '../../server/store/index.ts';
import { startPoller } from '../../server/timers/index.ts';
import { onlyVersion, waitingVersion } from './waiting.ts';
import { wakeWait } from './wake-ups.ts';

const [folder = '', off = '0'] = process.argv.slice(2);
const clock = { now: () => new Date(Date.now() + Number(off) * 1000).toISOString() };
const store = openSqlite({ folder });
const host = { store, clock, versions: onlyVersion(await waitingVersion(wakeWait)) };
const say = (...words: string[]): void => void writeSync(1, `${words.join(' ')}\n`);

const claiming = {
  ...store,
  async claim(ask: Parameters<typeof store.claim>[0]) {
    const claims = await store.claim(ask);
    for (const claim of claims) say('claimed', claim.case);
    return claims;
  },
};
say('ready');
startPoller({
  ...{ store: claiming, clock, owner: store.about.process },
  async onDue(id) {
    await wakeCase(host, id);
    say('done', id, String(Date.now()));
  },
  failed: (id, _attempts, fault) => say('failed', id, fault instanceof Error ? fault.message : 'fault'),
});
