import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/test-server.ts';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

describe('adding to a family', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
  });
  afterAll(() => place.close());

  const puts = (browser: Browser, of = family.id) =>
    browser.post<Refusal>('/api/people', {
      ...{ person: { familyName: 'Lee' }, case: of, commandId: place.command() },
    });
  const sends = (browser: Browser, of = family.id) => {
    const head = 'content-disposition: form-data; name="file"; filename="letter.txt"';
    return browser.send<Refusal>({
      ...{ method: 'POST', url: `/api/attachments?case=${of}` },
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: `--b\r\n${head}\r\ncontent-type: text/plain\r\n\r\nDear all\r\n--b--\r\n`,
    });
  };
  const people = async () => (await place.server.store.family(family.id))?.people.length;

  it('is for those who write there: reading it, or having opened it by a reason, is not enough', async () => {
    const kim = await place.as('kim');
    const gil = await place.server.signedIn('social-worker', 'elsewhere', 'gil');
    const reason = { code: 'duty', text: 'The police are at the door of the family.' };
    expect((await gil.post(`/api/cases/${family.id}/break-glass`, reason)).status).toBe(200);
    const before = await people();
    for (const reader of [kim, await place.server.signedIn('social-worker', 'elsewhere', 'gil')]) {
      expect((await reader.get(`/api/cases/${family.id}`)).status).toBe(200);
      expect((await puts(reader)).body.refusal.reason).toBe('out-of-reach');
      expect((await sends(reader)).body.refusal.reason).toBe('out-of-reach');
    }
    expect(await people()).toBe(before);
    const sam = await place.as('sam');
    expect([(await puts(sam)).status, (await sends(sam)).status]).toEqual([200, 200]);
  });

  it('is for whoever may write a step that waits in their team, though nobody has it yet', async () => {
    const waiting = await place.openFamily([{ first: 'Yara', born: '2018-01-01' }]);
    await place.complete(waiting, 'bea', 'record-contact');
    const { id } = await place.task(waiting.id, 'screen-contact');
    const hal = await place.as('hal');
    await hal.post(`/api/tasks/${id}/allocation`, { to: null, commandId: place.command() });
    const fay = await place.as('fay');
    expect([(await puts(fay, waiting.id)).status, (await sends(fay, waiting.id)).status]).toEqual([200, 200]);
  });

  it('of a family that is hidden from somebody is as if there were none', async () => {
    const hal = await place.as('hal');
    const restriction = { to: ['hal', 'sam', 'bea', 'fay', 'tia'], contact: 'Hal', shown: 'hidden' };
    const reason = 'An aunt works here';
    const commandId = place.command();
    const done = await hal.post(`/api/cases/${family.id}/restriction`, { restriction, reason, commandId });
    expect(done.status).toBe(200);
    const kim = await place.as('kim');
    for (const of of [family.id, 'no-such-family']) {
      const [put, sent] = [await puts(kim, of), await sends(kim, of)];
      expect([put.status, put.body.refusal.reason]).toEqual([404, 'not-found']);
      expect([sent.status, sent.body.refusal.reason]).toEqual([404, 'not-found']);
    }
  });
});
