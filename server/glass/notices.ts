import { randomUUID } from 'node:crypto';
import type { Moment } from '#engine';
import { accountNames, documentsOf, familyThing, may, type Person } from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import { refuseAbsent } from '../errors.ts';
import type { Services } from '../services.ts';
import { glassSetting } from './glass-setting.ts';

/** Something a person is told once, until they put it away: ids and codes, words are made when it is shown. */
export interface Notice {
  to: string;
  kind: 'break-glass';
  by: string;
  case: string;
  code: string;
  at: Moment;
}

const keptSeconds = 90 * 24 * 60 * 60;

/** Leaves a notice for somebody. */
export async function notify({ store, clock }: Services, notice: Omit<Notice, 'at'>): Promise<void> {
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
  const names = await accountNames(
    store,
    found.map(({ body }) => body.by),
  );
  const said = await Promise.all(
    found.map(async ({ id, body }) => {
      const family = await store.family(body.case);
      const readable = family && may(person, 'read-family', familyThing(family)).ok;
      const who = names.get(body.by) ?? 'Somebody who left';
      const why = reasons.find((one) => one.code === body.code)?.says ?? 'another reason';
      const what = readable ? `the record of ${family.name}` : 'a record';
      return {
        id,
        at: body.at,
        ...(readable ? { case: body.case } : {}),
        says: `${who} opened ${what}: ${why}.`,
      };
    }),
  );
  return said.sort((a, b) => (a.at < b.at ? 1 : -1));
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
