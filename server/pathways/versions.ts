import { join } from 'node:path';
import { dayOf, versionId } from '#engine';
import type { Version } from '#engine';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { VersionRow, Versions } from '../host.ts';
import type { Store } from '../store/port.ts';
import { keepVersion, loadKept } from './kept-version.ts';
import type { KeptVersion } from './kept-version.ts';
import { addToSchedule, scheduleOf, startingOn } from './schedule.ts';
import { keepShipped } from './shipped.ts';
import type { ShippedVersion } from './shipped.ts';

/**
 * The published versions of a pathway: those of its folder, and those published here. Each is kept in the store as it
 * was when it was first seen, so that a case goes on with the version it runs on, whatever becomes of the folder.
 * Drawings are compiled in a thread of their own, once; nothing waits for it but the first command that needs the
 * tables. What new cases start on is what was published here last, as soon as anything was.
 */
export async function openVersions(
  store: Store,
  root: string,
  pathway: string,
  clock: Clock = systemClock,
): Promise<Versions> {
  const { shipped, first } = await keepShipped(store, join(root, pathway));
  const loaded = new Map<string, Promise<Version>>();
  const get = (wanted: string): Promise<Version> => {
    const known = loaded.get(wanted);
    if (known) return known;
    const loading = loadKept(store, wanted);
    loaded.set(wanted, loading);
    // what could not be read now may be readable later
    loading.catch(() => loaded.delete(wanted));
    return loading;
  };
  const idOf = async (team?: string): Promise<string> =>
    startingOn(await scheduleOf(store), dayOf(clock.now()), team)?.version ?? first;
  return {
    get,
    compiled: () => loaded.size,
    current: async (team) => get(await idOf(team)),
    list: async () => listed(store, shipped, await idOf()),
    texts: async (id) => {
      const kept = await store.document<KeptVersion>('version', id);
      return kept && { files: kept.body.files, examples: kept.body.examples ?? {} };
    },
    publish: async (publishing) => {
      const { files, examples, effective, team, name, publication } = publishing;
      const id = versionId(files);
      await keepVersion(store, id, { files, examples });
      // read and compiled before any new case may start on it
      await get(id);
      const entry = { version: id, name, publication, effective, at: clock.now() };
      await addToSchedule(store, { ...entry, ...(team === undefined ? {} : { team }) });
      return id;
    },
  };
}

async function listed(store: Store, shipped: ShippedVersion[], current: string): Promise<VersionRow[]> {
  const own = shipped.map((one): VersionRow => ({ ...one, current: one.id === current }));
  const published = (await scheduleOf(store)).map(({ version, ...rest }): VersionRow => ({
    ...{ id: version, current: version === current },
    ...rest,
  }));
  // published again, a version is told by its last publication
  return [...new Map([...own, ...published].map((row) => [row.id, row])).values()];
}
