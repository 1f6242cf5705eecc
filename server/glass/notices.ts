import { randomUUID } from 'node:crypto';
import type { Moment } from '#engine';
import { accountNames, documentsOf, familyThing, may, type Person } from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import { refuseAbsent } from '../errors.ts';
import type { Services } from '../services.ts';
import { shownPerson } from '../people/index.ts';
import { glassSetting } from './glass-setting.ts';
import { sayNotice, type Called, type What } from './say-notice.ts';

/** Something a person is told once, until they put it away: ids and codes, words are made when it is shown. */
export type Notice = { to: string; by: string; case?: string; at: Moment } & What;

const keptSeconds = 90 * 24 * 60 * 60;

/** Leaves a notice for somebody; what is about a family goes when the family is let go of. */
export async function notify(
  { store, clock }: Services,
  notice: { to: string; by: string; case?: string } & What,
): Promise<void> {
  const at = clock.now();
  const put = await store.put({
    ...{ kind: 'notice', id: randomUUID(), owner: notice.to, expecting: 0 },
    ...{ body: { ...notice, at }, expires: secondsAfter(at, keptSeconds) },
    ...(notice.case === undefined ? {} : { about: notice.case, case: notice.case }),
  });
  if (!put.ok) throw new Error(`A notice could not be stored: ${put.reason}.`);
}

/** What a person was told and has not put away, the latest first. A family is named to whoever may read it. */
export async function noticesOf({ store }: Services, person: Person) {
  const found = await documentsOf<Notice>(store, 'notice', person.id);
  const { reasons } = await glassSetting(store);
  const people = await store.people(found.flatMap(({ body }) => ('person' in body ? body.person : [])));
  const named = found.flatMap(({ body }) =>
    body.kind === 'cover'
      ? [body.by, body.absent, body.covering]
      : [body.by, body.kind === 'withheld' ? body.from : undefined],
  );
  const names = await accountNames(store, named);
  const said = await Promise.all(
    found.map(async ({ id, body }) => {
      const family = body.case === undefined ? undefined : await store.family(body.case);
      const readable = family && may(person, 'read-family', familyThing(family)).ok;
      // somebody is named only where they belong
      const belongs = 'person' in body && family?.people.includes(body.person);
      const whom = belongs ? people.find((one) => one.id === body.person) : undefined;
      const called: Called = {
        account: (account) => names.get(account) ?? 'Somebody who left',
        what: readable ? `the record of ${family.name}` : 'a record',
        person: readable && whom ? shownPerson(whom.id, whom.body).name : 'somebody',
        reason: (code) => reasons.find((one) => one.code === code)?.says ?? 'another reason',
      };
      return {
        ...{ id, at: body.at, says: sayNotice(body, called) },
        ...(readable ? { case: family.id } : {}),
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
