import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOpinion } from '../../../server/sharing/index.ts';
import { Workplace, type Family, type Happened, type Refusal } from '../support/workplace.ts';
import type { Browser } from '../support/test-server.ts';

interface Shared {
  id: string;
  record: string;
  title: string;
  version: string;
  to: { from: number; name: string }[];
  how: string;
  by: string;
  older?: { why: string; now?: string };
  withdrawn?: { reason?: string };
  opinions: { name: string; helpful: number; words?: string }[];
}
interface Page {
  shared: Shared[];
  can: boolean;
  people: { id: string; name: string }[];
  outputs: { id: string; audiences: string[] }[];
}

describe('to whom papers went', () => {
  let place: Workplace;
  let family: Family;
  let sam: Browser;
  let record: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.openFamily([{ first: 'Zelda', born: '2019-03-02' }]);
    await place.complete(family, 'bea', 'record-contact');
    await place.complete(family, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
    await place.complete(family, 'tia', 'decide-referral', { referralOutcome: ['assessment'] });
    await place.give(family.id, 'write-assessment', 'sam');
    sam = await place.as('sam');
    record = await note('We met at home.');
  });
  afterAll(() => place.close());

  const note = async (text: string): Promise<string> => {
    const answers = { noteOn: '2026-09-01', noteKind: 'note', note: text };
    const body = { answers, perChild: {}, children: family.children, commandId: place.command() };
    const sent = await sam.post<Happened>(`/api/cases/${family.id}/additions/case-note`, body);
    expect(sent.status).toBe(200);
    return sent.body.happened.record;
  };
  const given = (more: object = {}): object => ({
    ...{ output: 'case-note', audience: 'family', language: 'en-GB', format: 'html', how: 'by-hand' },
    ...{ to: [{ person: family.mother }, { agency: 'Bankside School, Ms Adeyemi' }], copy: 'both' },
    ...{ on: '2026-09-01', commandId: place.command(), ...more },
  });
  const give = async (more: object = {}, of = record): Promise<string> => {
    const sent = await sam.post<{ id: string }>(`/api/records/${of}/shared`, given(more));
    expect(sent.status).toBe(200);
    return sent.body.id;
  };
  const page = async (of = record): Promise<Page> => (await sam.get<Page>(`/api/records/${of}/shared`)).body;

  it('is kept with the layout, the people, how and when, once however often it is sent', async () => {
    const first = await give({ commandId: 'once' });
    expect(await give({ commandId: 'once' })).toBe(first);
    const file = `/api/records/${record}/outputs/case-note?as=html&audience=family`;
    const bytes = (await sam.get<string>(file)).body;
    const { shared, people, outputs, can } = await page();
    expect(shared).toMatchObject([
      {
        ...{ id: first, record, title: 'Case note', how: 'by-hand', by: 'sam' },
        hash: createHash('sha256').update(bytes).digest('hex'),
        to: [{ from: 0, name: 'Dana Marsh' }, { name: 'Bankside School, Ms Adeyemi' }],
      },
    ]);
    expect(people.map(({ name }) => name).sort()).toEqual(['Dana Marsh', 'Zelda Marsh']);
    expect(outputs).toMatchObject([{ id: 'case-note' }]);
    expect(can).toBe(true);
  });

  it('of a stranger, on a day to come, before it was written or in a way it is not printed is refused', async () => {
    const refused = async (more: object): Promise<string> => {
      const sent = await sam.post<Refusal>(`/api/records/${record}/shared`, given(more));
      expect(sent.status).toBe(422);
      return sent.body.refusal.reason;
    };
    expect(await refused({ to: [{ person: 'no-such-person' }] })).toBe('unknown-person');
    expect(await refused({ on: '2026-09-02' })).toBe('day');
    expect(await refused({ on: '2026-08-31' })).toBe('day');
    expect(await refused({ output: 'visit' })).toBe('unknown-output');
    expect(await refused({ audience: 'court' })).toBe('unknown-audience');
  });

  it('says that an older version was given, once the record is corrected, and leads to what holds now', async () => {
    const old = await note('We met at schol.');
    const id = await give({}, old);
    expect((await page(old)).shared[0]).not.toHaveProperty('older');
    const correction = { question: 'note', value: 'We met at school.', reason: 'Spelling' };
    const sent = await sam.post<{ record: string }>(`/api/records/${old}/corrections`, {
      ...correction,
      commandId: place.command(),
    });
    const now = sent.body.record;
    const { shared } = await page(now);
    expect(shared).toMatchObject([{ id, record: old, older: { why: 'corrected', now } }]);
    await give({}, now);
    expect((await page(now)).shared.map(({ older }) => older?.why)).toEqual([undefined, 'corrected']);
  });

  it('stays known when it is withdrawn, with the reason', async () => {
    const id = await give();
    const reason = 'It went to the wrong address.';
    expect((await sam.post(`/api/shared/${id}/withdrawal`, { reason })).status).toBe(200);
    const { body } = await sam.get<Page>(`/api/cases/${family.id}/shared`);
    expect(body.shared.find((one) => one.id === id)?.withdrawn).toMatchObject({ by: 'sam', reason });
  });

  it('is named to no colleague who must not know of the person, and not at all when it went to nobody else', async () => {
    const aunt = await (
      await place.as('tia')
    ).post<{ id: string }>('/api/people', {
      ...{ person: { firstNames: 'Aunt', familyName: 'Kept' }, case: family.id, commandId: place.command() },
    });
    const rows = [{ personId: aunt.body.id, relationshipToEachChild: 'Aunt' }];
    const revision = (await place.server.store.part(family.id, 'network'))?.revision ?? 0;
    const network = { rows, revision, commandId: place.command() };
    expect((await sam.put<object>(`/api/cases/${family.id}/network`, network)).status).toBe(200);
    const both = await give({ to: [{ person: aunt.body.id }, { person: family.mother }] });
    const alone = await give({ to: [{ person: aunt.body.id }] });
    const kept = (await place.server.store.part(family.id, 'network'))?.blocks['network'];
    const row = kept?.find(({ personId }) => personId === aunt.body.id)?.['id'];
    const hides = {
      part: 'network',
      block: 'network',
      row,
      from: { account: 'kim' },
      reason: 'Her neighbour',
    };
    expect((await sam.post(`/api/cases/${family.id}/withholdings`, hides)).status).toBe(200);
    const kim = await place.as('kim');
    const read = (await kim.get<Page>(`/api/records/${record}/shared`)).body;
    expect(JSON.stringify(read)).not.toContain('Kept');
    expect(read.shared.find(({ id }) => id === both)?.to).toEqual([{ from: 1, name: 'Dana Marsh' }]);
    expect(read.shared.map(({ id }) => id)).not.toContain(alone);
  });

  it('gathers what people said for whoever designs the paper: of six families and more, without names', async () => {
    const id = await give();
    const say = async (more: object): Promise<number> => {
      const body = { whose: 'family', helpful: 4, clear: 3, commandId: place.command(), ...more };
      return (await sam.post(`/api/shared/${id}/opinions`, body)).status;
    };
    const ann = await place.server.signedIn('working-group-member', 'north', 'ann');
    const said = async () => {
      const { body } = await ann.get<{ groups: object[] }[]>('/api/pathway/opinions?output=case-note');
      return body[0]?.groups;
    };
    const words = 'Zelda’s mum rang 01632 960 111. Sam and Mr Brown were kind. I’d like it shorter.';
    for (const helpful of [5, 5, 2, 4]) expect(await say({ helpful })).toBe(200);
    expect(await say({ from: 0, clear: 1, words, mayBeRead: true })).toBe(200);
    expect(await say({ whose: 'professional', from: 1, words: 'Too long', mayBeRead: false })).toBe(200);
    expect(await said()).toEqual([
      { whose: 'family', fewer: 6 },
      { whose: 'professional', fewer: 6 },
    ]);
    expect(await say({ helpful: 3, words: 'Kept to ourselves' })).toBe(200);
    // six answers of one family are one family's
    expect(await said()).toMatchObject([{ fewer: 6 }, { fewer: 6 }]);
    const { store } = place.server;
    const [one] = (await store.list('documents', { kind: 'output-opinion' })).rows;
    for (const other of ['b', 'c', 'd', 'e', 'f']) {
      const { output, version, at } = one?.body as OutputOpinion;
      const body = { id: other, case: other, output, version, at, whose: 'family', helpful: 4, clear: 3 };
      await store.put({ kind: 'output-opinion', id: other, owner: output, body, expecting: 0 });
    }
    expect(await said()).toEqual([
      {
        ...{ whose: 'family', count: 11, helpful: 4, clear: 3 },
        words: ['[name] mum rang […]. [name] and [name] [name] were kind. I’d like it shorter.'],
      },
      { whose: 'professional', fewer: 6 },
    ]);
    const of = (await page()).shared.find((one) => one.id === id);
    const opinions = of?.opinions.toSorted((one, other) => one.name.localeCompare(other.name));
    expect(opinions).toMatchObject([
      { name: 'Bankside School, Ms Adeyemi', words: 'Too long' },
      { name: 'Dana Marsh', helpful: 4, words },
    ]);
    const kept = await place.server.store.list('documents', { kind: 'output-opinion' }, { limit: 100 });
    const nobodys = kept.rows.map(({ body }) => body as object).filter((body) => !('from' in body));
    expect(nobodys).toHaveLength(10);
    for (const body of nobodys) expect(Object.keys(body)).not.toContain('by');
    expect(await say({ from: 7 })).toBe(422);
  });

  it('for one of the children alone says for whom, and whoever gives one is asked', async () => {
    const own = await note('What she wants to keep.');
    const [child = ''] = family.children;
    await give({ child }, own);
    const now = await sam.get<{ shared: object[]; children: object[] }>(`/api/records/${own}/shared`);
    expect(now.body.shared).toMatchObject([{ child: 'Zelda Marsh' }]);
    expect(now.body.children).toEqual([{ id: child, name: 'Zelda Marsh' }]);
  });
});
