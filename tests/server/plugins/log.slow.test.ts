import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountWithPassword } from '../support/test-server.ts';
import { Workplace, type Family } from '../support/workplace.ts';

/** What may stand in no line: a word of each kind of thing that people write, choose or carry. */
const canaries = {
  ...{ child: 'Zephyrine', family: 'Quillfeather', street: 'Wobblegate', postcode: 'ZZ9 9ZZ' },
  ...{ phone: '07700 900461', note: 'bruise like a butterfly', reason: 'mistook the elder brother' },
  ...{ searched: 'Snickelway', password: 'correct-horse-battery-canary', account: 'canary.account' },
  ...{ file: 'letter-from-the-hospice', header: 'canary-of-a-header', query: 'canary-of-a-query' },
  ...{ defect: 'canary in a message', token: 'canary-token-of-directory' },
};
const said = new RegExp(
  Object.values(canaries)
    .map((one) => one.replaceAll(/[ .]/g, (sign) => `(${sign === '.' ? '\\.' : ' '}|%20|\\+)`))
    .join('|'),
  'i',
);

interface Line {
  reqId?: string;
  route?: string;
  status?: number;
}

describe('the log at its most talkative, after a story with every kind of failure', () => {
  const lines: string[] = [];
  const answers: string[] = [];
  let place: Workplace;
  let family: Family;
  const read = (): Line[] => lines.map((line) => JSON.parse(line) as Line);

  beforeAll(async () => {
    place = await Workplace.open({ logTo: { write: (line) => void lines.push(line) } });
    family = await place.openFamily([{ first: canaries.child, born: '2019-03-02' }], canaries.family);
    await itGoesWell(place, family);
    answers.push(...(await itGoesWrong(place, family)));
  });
  afterAll(() => place.close());

  it('holds no name, address, note, search, password, file name, header or query', () => {
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => said.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes('?'))).toEqual([]);
  });

  it('says of each request which route it was for and how it ended, under the id the answer carries', () => {
    const ended = new Set(read().flatMap(({ status }) => (status === undefined ? [] : [status])));
    expect([...ended].sort()).toEqual(
      expect.arrayContaining([200, 400, 401, 403, 404, 409, 415, 422, 500, 503]),
    );
    expect(read().filter(({ status, route }) => status !== undefined && !route)).toEqual([]);
  });

  it('leaves no more in the answers that refuse than what was asked needs', () => {
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((body) => said.test(body) || / at .*\.ts:/.test(body))).toEqual([]);
  });
});

async function itGoesWell(place: Workplace, family: Family): Promise<void> {
  const bea = await place.as('bea');
  const person = { firstNames: canaries.child, familyName: canaries.family, phone: canaries.phone };
  const address = { line1: canaries.street, town: 'Northmoor', postcode: canaries.postcode };
  const added = await bea.post('/api/people', {
    person: { ...person, addresses: [{ ...address, from: '2020-01-01' }] },
    ...{ case: family.id, commandId: place.command() },
  });
  expect([200, 400, 422]).toContain(added.status);
  const plain = await bea.post('/api/people', { person, case: family.id, commandId: place.command() });
  expect(plain.status).toBe(200);
  const task = await place.task(family.id, 'record-contact');
  await bea.put(`/api/tasks/${task.id}/drafts/reason`, { value: canaries.note, revision: 0 });
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${canaries.file}.txt"\r\ncontent-type: text/plain\r\n\r\n`;
  const sent = await bea.send({
    ...{ method: 'POST', url: `/api/attachments?case=${family.id}` },
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${head}${canaries.note}\r\n--b--\r\n`,
  });
  expect(sent.status).toBe(200);
  await place.complete(family, 'bea', 'record-contact', {}, ({ answers }) => {
    for (const [question, value] of Object.entries(answers)) {
      if (typeof value === 'string' && value.includes(' ')) answers[question] = canaries.note;
    }
  });
  const tia = await place.as('tia');
  expect((await tia.post('/api/cases/search', { text: canaries.searched })).status).toBe(200);
  expect((await tia.get(`/api/cases/${family.id}`)).status).toBe(200);
}

/** Every way to be refused, and the bodies of the refusals. */
async function itGoesWrong(place: Workplace, family: Family): Promise<string[]> {
  const { server } = place;
  const bodies: string[] = [];
  const ask = async (wanted: number, sent: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await sent;
    expect([wanted, JSON.stringify(body)]).toEqual([status, expect.any(String)]);
    bodies.push(JSON.stringify(body));
  };
  const nobody = await server.browser();
  const tia = await place.as('tia');
  await accountWithPassword(server.store, canaries.account, `${canaries.password} indeed`);
  const secret = { name: canaries.account, password: canaries.password };
  await ask(401, nobody.post('/api/sign-in', secret));
  await ask(401, nobody.post('/api/cases/search', { text: canaries.query }));
  await ask(
    403,
    nobody.send({
      method: 'POST',
      url: '/api/sign-in',
      payload: secret,
      headers: { 'x-csrf-token': canaries.header },
    }),
  );
  await ask(404, tia.get(`/api/people/${encodeURIComponent(canaries.family)}`));
  await ask(404, tia.get(`/${canaries.family}/${canaries.child}`));
  await ask(400, tia.post('/api/cases', { contact: canaries.note, commandId: 'x' }));
  await ask(
    400,
    tia.send({
      method: 'POST',
      url: '/api/cases',
      payload: `{"${canaries.note}`,
      headers: { 'content-type': 'application/json' },
    }),
  );
  await ask(
    415,
    tia.send({
      method: 'POST',
      url: '/api/cases',
      payload: canaries.note,
      headers: { 'content-type': 'application/xml' },
    }),
  );
  await ask(413, tia.post('/api/cases', { contact: canaries.note.repeat(200_000) }));
  const screen = await place.task(family.id, 'screen-contact');
  await ask(
    422,
    (await place.as('fay')).post(`/api/tasks/${screen.id}/completion`, {
      answers: { note: canaries.note },
      perChild: {},
      commandId: place.command(),
    }),
  );
  const network = { rows: [], revision: 7, commandId: place.command() };
  await ask(409, tia.put(`/api/cases/${family.id}/network`, network));
  const { store } = server;
  const { list, commit } = store;
  store.list = () => Promise.reject(new TypeError(canaries.defect));
  await ask(500, tia.post('/api/cases/search', { text: canaries.searched }));
  store.list = list;
  store.commit = async () => ({ ok: false, reason: 'full' });
  await ask(
    503,
    (await place.as('bea')).post('/api/cases', {
      contact: { children: [{ new: { firstNames: canaries.child, familyName: canaries.family } }] },
      commandId: place.command(),
    }),
  );
  store.commit = commit;
  return bodies;
}
