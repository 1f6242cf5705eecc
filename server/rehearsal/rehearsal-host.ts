import type { Version } from '#engine';
import { familyThing, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { savedVersion } from '../drafts/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { readAs } from '../withholding/index.ts';
import { keepRehearsal, ownRehearsal } from './rehearsal.ts';
import type { RehearsalBody } from './rehearsal.ts';
import { rehearsalStore } from './rehearsal-store.ts';

/** A rehearsal opened: a host of its own, the draft it runs on, and how to keep what happened. */
export interface Opened {
  host: Host;
  version: Version;
  body: RehearsalBody;
  keep: () => Promise<void>;
}

/** A host whose only family is the rehearsed one, whose current version is the draft, and whose time may be ahead. */
export function rehearsalHost(real: Host, body: RehearsalBody, version: Version): Host {
  const now = (): string => {
    const today = real.clock.now();
    return body.now !== undefined && body.now > today ? body.now : today;
  };
  return {
    store: rehearsalStore(real.store, body.rehearsed),
    clock: { now },
    versions: {
      ...real.versions,
      current: async () => version,
      get: (id) => (id === version.id ? Promise.resolve(version) : real.versions.get(id)),
      publish: () => Promise.reject(new Error('a rehearsal publishes nothing')),
    },
  };
}

/** Opens somebody's own rehearsal; ends the request where there is none, or none any more for this person. */
export async function openRehearsal(real: Host, id: string, person: Person): Promise<Opened> {
  const stored = await ownRehearsal(real, id, person.id);
  const { body } = stored;
  // who may not read the family any more may not read its copy either
  if (body.copy) {
    const family = await real.store.family(body.rehearsed.case.id);
    if (!family || !may(person, 'read-family', familyThing(family)).ok) return refuseAbsent();
  }
  const version = await savedVersion(real, body.draft.id, body.draft.save);
  let { revision } = stored;
  const keep = async (): Promise<void> => {
    revision = await keepRehearsal(real, body, revision);
  };
  const own = rehearsalHost(real, body, version);
  // what was withheld since the copy was made is not in it any more
  const host = body.copy ? await readAs(own, body.rehearsed.case.id, person.id) : own;
  return { host, version, body, keep };
}
