import { randomUUID } from 'node:crypto';
import type { Moment } from '#engine';
import { accountNames, documentsOf, familyThing, may, type Person } from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import { refuseAbsent } from '../errors.ts';
import type { Services } from '../services.ts';
import { shownPerson } from '../people/index.ts';
import { glassSetting, type GlassSetting } from './glass-setting.ts';

/** Something a person is told once, until they put it away: ids and codes, words are made when it is shown. */
export type Notice = { to: string; by: string; case: string; at: Moment } & What;

/** A family opened by a reason; somebody of it put into another family, or changed by somebody it does not belong to. */
export type What =
  { kind: 'break-glass'; code: string } | { kind: 'person-joined' | 'person-changed'; person: string };

type Reasons = GlassSetting['reasons'];

const keptSeconds = 90 * 24 * 60 * 60;

/** Leaves a notice for somebody. */
export async function notify(
  { store, clock }: Services,
  notice: { to: string; by: string; case: string } & What,
): Promise<void> {
  const at = clock.now();
  const put = await store.put({
    ...{ kind: 'notice', id: randomUUID(), owner: notice.to, about: notice.case, expecting: 0 },
    ...{ body: { ...notice, at }, expires: secondsAfter(at, keptSeconds) },
  });
  if (!put.ok) throw new Error(`A notice could not be stored: ${put.reason}.`);
}

/** What a person was told and has not put away, the latest first. A family is named to whoever may read it. */
export async function noticesOf({ store }: Services, person: Person) {
  const found = await documentsOf<Notice>(store, 'notice', person.id);
  const { reasons } = await glassSetting(store);
  const people = await store.people(found.flatMap(({ body }) => ('person' in body ? body.person : [])));
  const names = await accountNames(
    store,
    found.map(({ body }) => body.by),
  );
  const said = await Promise.all(
    found.map(async ({ id, body }) => {
      const family = await store.family(body.case);
      const readable = family && may(person, 'read-family', familyThing(family)).ok;
      const who = names.get(body.by) ?? 'Somebody who left';
      const what = readable ? `the record of ${family.name}` : 'a record';
      const whom = 'person' in body ? people.find((one) => one.id === body.person) : undefined;
      const called = readable && whom ? shownPerson(whom.id, whom.body).name : 'somebody';
      return {
        id,
        at: body.at,
        ...(readable ? { case: body.case } : {}),
        says: say(body, { who, what, called, reasons }),
      };
    }),
  );
  return said.sort((a, b) => (a.at < b.at ? 1 : -1));
}

function say(
  notice: What,
  { who, what, called, reasons }: { who: string; what: string; called: string; reasons: Reasons },
): string {
  switch (notice.kind) {
    case 'person-joined':
      return `${who} put ${called} of ${what} among the people of another family.`;
    case 'person-changed':
      return `${who}, who works with another family, changed what is known of ${called} of ${what}.`;
    case 'break-glass': {
      const why = reasons.find((one) => one.code === notice.code)?.says ?? 'another reason';
      return `${who} opened ${what}: ${why}.`;
    }
  }
}

/** Puts one's own notice away. */
export async function putAway({ store }: Services, account: string, id: string): Promise<void> {
  const found = await store.document<Notice>('notice', id);
  if (found?.body.to !== account) refuseAbsent();
  await store.remove('notice', id);
}

/** How many notices wait for an account. */
export async function countNotices({ store }: Services, account: string): Promise<number> {
  return (await documentsOf<Notice>(store, 'notice', account)).length;
}
