import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '#engine';
import { withholdAnswer } from '../../../server/withholding/withhold.ts';
import { shippedVersion } from '../../support/shipped-version.ts';
import { Workplace, type Family, type Happened, type Refusal, type Who } from '../support/workplace.ts';

const words = 'Zelda said he locks the kitchen door';
const other = 'Zelda likes the garden';

let place: Workplace;
let family: Family;
/** of the family by a row that is withheld from kim */
let hidden: string;
beforeAll(async () => {
  place = await Workplace.open();
  family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
});
afterAll(() => place.close());

async function add(form: string, answers: object): Promise<string> {
  const sam = await place.as('sam');
  const made = await sam.post<Happened & Refusal>(`/api/cases/${family.id}/additions/${form}`, {
    ...{ answers, perChild: {}, children: family.children, commandId: place.command() },
  });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return made.body.happened.record;
}

const voice = (ownWords: string) => ({
  ...{ childIds: family.children, date: '2026-09-01', withWhom: 'Sam', ownWords },
});
const note = (rows: object[]): Promise<string> =>
  add('case-note', { noteOn: '2026-09-01', noteKind: 'note', note: 'A visit.', childVoice: rows });

const withhold = async (path: string, body: object, by: Who = 'sam') =>
  (await place.as(by)).post<{ id: string } & Refusal>(`${path}/withholdings`, {
    ...{ from: { account: 'kim' }, reason: 'Kim is a friend of his.' },
    ...body,
  });

/** All that the pages of a family say to somebody, as text. */
async function pages(who: Who, records: string[], query = ''): Promise<string> {
  const browser = await place.as(who);
  const { id } = await place.task(family.id, 'write-assessment');
  const urls = [
    ...[`/api/cases/${family.id}`, `/api/cases/${family.id}/history`, `/api/tasks/${id}`],
    ...[
      `/api/cases/${family.id}/additions/case-note`,
      ...records.map((one) => `/api/records/${one}${query}`),
    ],
  ];
  const said = await Promise.all(urls.map(async (url) => JSON.stringify((await browser.get(url)).body)));
  return said.join('\n');
}

describe('a table that is withheld', () => {
  it('takes its rows along: out of the record, what it shows of the map, and every form that shows the map', async () => {
    const record = await note([voice(words)]);
    expect(await pages('kim', [record])).toContain(words);
    expect((await withhold(`/api/records/${record}`, { question: 'childVoice' })).status).toBe(200);
    expect(await pages('kim', [record])).not.toContain(words);
    expect(await pages('sam', [record])).toContain(words);
  });

  it('by one row of it takes the row out of the record that wrote it and of its corrections', async () => {
    const secret = `${words} at night`;
    const record = await note([voice(other), voice(secret)]);
    const sam = await place.as('sam');
    const { body } = await sam.post<{ record: string }>(`/api/records/${record}/corrections`, {
      ...{ question: 'note', value: 'A long visit.', reason: 'Better said', commandId: place.command() },
    });
    const part = await place.server.store.part(family.id, 'voice');
    const row = part?.blocks['voice']?.find((one) => one['ownWords'] === secret)?.['id'];
    const sent = { part: 'voice', block: 'voice', row, from: { person: family.mother } };
    expect((await withhold(`/api/cases/${family.id}`, sent)).status).toBe(200);
    const both = [record, body.record];
    expect(await pages('kim', both)).toContain(secret);
    const paper = async (id: string) => (await sam.get<object>(`/api/records/${id}?for=family`)).body;
    for (const id of both) {
      expect(JSON.stringify(await paper(id))).not.toContain(secret);
      expect(JSON.stringify(await paper(id))).toContain(other);
      expect(await paper(id)).toMatchObject({ leftOut: 1 });
    }
    expect((await withhold(`/api/cases/${family.id}`, { ...sent, from: { account: 'kim' } })).status).toBe(
      200,
    );
    expect(await pages('kim', both)).not.toContain(secret);
    expect(await pages('kim', both)).toContain(other);
  });
});

describe('a row of who is around the children', () => {
  it('takes the person along whom nothing else names', async () => {
    const sam = await place.as('sam');
    const { body: aunt } = await sam.post<{ id: string }>('/api/people', {
      ...{ person: { firstNames: 'Petronella', familyName: 'Quill' }, case: family.id },
      commandId: place.command(),
    });
    hidden = aunt.id;
    const revision = (await place.server.store.part(family.id, 'network'))?.revision ?? 0;
    const rows = [aunt.id, family.mother].map((personId) => ({
      ...{ personId, relationshipToEachChild: 'relative', livesInHousehold: 'no', inSafetyNetwork: 'yes' },
    }));
    const put = await sam.put<Refusal>(`/api/cases/${family.id}/network`, {
      ...{ rows, revision, commandId: place.command() },
    });
    expect(put.status, JSON.stringify(put.body)).toBe(200);
    const part = await place.server.store.part(family.id, 'network');
    const row = part?.blocks['network']?.find((one) => one['personId'] === aunt.id)?.['id'];
    expect(await pages('kim', [])).toContain('Petronella');
    const sent = { part: 'network', block: 'network', row };
    expect((await withhold(`/api/cases/${family.id}`, sent)).status).toBe(200);
    expect(await pages('kim', [])).not.toContain('Petronella');
    expect(await pages('kim', [])).toContain('Dana');
    expect(await pages('sam', [])).toContain('Petronella');
    const kim = await place.as('kim');
    expect((await kim.get(`/api/people/${aunt.id}`)).status).toBe(403);
    expect((await kim.get(`/api/people/${family.mother}`)).status).toBe(200);
    expect((await sam.get(`/api/people/${aunt.id}`)).status).toBe(200);
    const found = await kim.post<{ families: object[] }[]>('/api/people/search', { text: 'Petronella' });
    expect(found.body.flatMap(({ families }) => families)).toEqual([]);
    const families = async (who: Who, text: string): Promise<number> =>
      (await (await place.as(who)).post<object[]>('/api/cases/search', { text })).body.length;
    expect([await families('kim', 'Petronella'), await families('sam', 'Petronella')]).toEqual([0, 1]);
    expect(await families('kim', 'Dana')).toBe(1);
  });
});

describe('a short answer that is withheld', () => {
  it('is left out where the same is asked, and not where the same word means something else', async () => {
    const file = async (receivedFrom: string, receivedMeaning: string): Promise<string> => {
      const sent = await place.server.store.attach({
        bytes: (async function* () {
          yield Buffer.from(`%PDF-1.4 ${receivedFrom}`);
        })(),
        ...{ limit: 1000, name: 'letter.pdf', type: 'application/pdf', by: 'sam', case: family.id },
        at: place.server.clock.now(),
      });
      const id = sent.ok ? sent.facts.id : '';
      return add('received-file', {
        ...{
          receivedFile: [id],
          receivedKind: 'letter',
          receivedOn: '2026-09-01',
          receivedFrom,
          receivedMeaning,
        },
      });
    };
    const first = await file('Mrs Kwon', 'A letter.');
    const later = await file('Mrs Kwon', 'Another letter.');
    const school = await file('School', 'Mrs Kwon');
    await withhold(`/api/records/${first}`, { question: 'receivedFrom' });
    await withhold(`/api/records/${first}`, { question: 'receivedKind' });
    const answers = async (record: string): Promise<Record<string, unknown>> => {
      const kim = await place.as('kim');
      const { body } = await kim.get<{ record: CaseRecord }>(`/api/records/${record}`);
      return body.record.answers.answers;
    };
    expect(await answers(first)).not.toHaveProperty('receivedFrom');
    expect(await answers(later)).not.toHaveProperty('receivedFrom');
    // a choice that is made anew each time is not the same answer
    expect(await answers(first)).not.toHaveProperty('receivedKind');
    expect(await answers(later)).toHaveProperty('receivedKind');
    expect(await answers(school)).toMatchObject({ receivedFrom: 'School', receivedMeaning: 'Mrs Kwon' });
    const sam = await place.as('sam');
    const reason = 'Her name was put down by mistake';
    await sam.post(`/api/records/${first}/corrections`, {
      ...{ question: 'receivedFrom', value: 'Nobody', reason, commandId: place.command() },
    });
    expect(await pages('kim', [first])).not.toContain(reason);
    expect(await pages('sam', [first])).toContain(reason);
  });

  it('is refused where it also stands in a person’s own record', async () => {
    const version = await shippedVersion();
    const record = {
      ...{ id: 'r', case: family.id, form: 'death', version: version.id, children: [] },
      answers: { answers: { diedOn: '2026-08-01' }, perChild: {} },
    } as unknown as CaseRecord;
    const host = { ...place.server, versions: { get: async () => version } } as never;
    const asked = { question: 'diedOn', from: { account: 'kim' }, reason: 'A reason.' };
    const by = { id: 'sam', name: 'Sam', roles: [], serviceTeams: [] };
    await expect(withholdAnswer(host, record, asked, by)).rejects.toMatchObject({
      body: { refusal: { reason: 'in-person-record' } },
    });
  });
});

describe('a draft that holds what is withheld', () => {
  it('is not told to who writes against it', async () => {
    const secret = `${words} in the morning`;
    const record = await add('case-note', { noteOn: '2026-09-01', noteKind: 'note', note: secret });
    await withhold(`/api/records/${record}`, { question: 'note' });
    const { id } = await place.task(family.id, 'write-assessment');
    const put = async (who: Who, key: string, value: string) =>
      (await place.as(who)).put<Refusal>(`/api/tasks/${id}/drafts/${key}`, { value, revision: 0 });
    expect((await put('sam', 'familyEnvironment', secret)).status).toBe(200);
    expect((await put('sam', 'whatItMeans', 'What I think myself.')).status).toBe(200);
    await place.give(family.id, 'write-assessment', 'kim');
    const told = await put('kim', 'familyEnvironment', 'My own words');
    expect(told.status).toBe(409);
    expect(told.body.refusal.reason).toBe('withheld');
    expect(JSON.stringify(told.body)).not.toContain(words);
    const open = await put('kim', 'whatItMeans', 'My own words');
    expect(open.body.theirs?.value).toBe('What I think myself.');
  });
});

describe('a form that names somebody who is withheld from its writer', () => {
  it('is told the same as of somebody who is not of the family, and others are told nothing', async () => {
    const { id } = await place.task(family.id, 'write-assessment');
    const told = async (by: Who, person: string) => {
      const answers = { parentsViews: [{ person, ownWords: 'I know I let her down.' }] };
      const sent = { answers, perChild: {} };
      const { body } = await (await place.as(by)).post<Refusal['refusal']>(`/api/tasks/${id}/check`, sent);
      return body.findings.filter(({ check }) => check === 'person-unknown');
    };
    const stranger = await told('kim', 'nobody-on-file');
    expect(stranger).toMatchObject([{ question: 'parentsViews' }]);
    expect(await told('kim', hidden)).toEqual(stranger);
    expect(await told('kim', family.mother)).toEqual([]);
    await place.give(family.id, 'write-assessment', 'sam');
    expect(await told('sam', hidden)).toEqual([]);
  });
});
