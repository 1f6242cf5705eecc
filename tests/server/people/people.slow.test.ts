import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePerson, nameOf } from '../../../server/people/index.ts';
import { aCommit, aFamily, startOfTest } from '../support/a-commit.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Refusal {
  refusal: { reason: string; findings: { question?: string; message: string }[] };
}

describe('people', () => {
  let server: TestServer;
  let sam: Browser;
  beforeEach(async () => {
    server = await testServer();
    sam = await server.signedIn('social-worker', 'north', 'sam');
  });
  afterEach(() => server.close());
  const make = async (person: object, commandId = JSON.stringify(person)): Promise<string> =>
    (await sam.post<{ id: string }>('/api/people', { person, commandId })).body.id;
  const found = async (query: string): Promise<string[]> => {
    const answer = await sam.post<{ name: string }[]>(
      '/api/people/search',
      Object.fromEntries(new URLSearchParams(query)),
    );
    return answer.body.map((one) => one.name);
  };

  it('are found by how a name begins, how it sounds, and by the day of birth', async () => {
    await make({ firstNames: 'Siân', familyName: 'Philips', dateOfBirth: '2019-04-01' });
    await make({ firstNames: 'Robert', familyName: 'Hartley', dateOfBirth: '2015-01-02' });
    expect(await found('text=phil')).toEqual(['Siân Philips']);
    expect(await found('text=Sian Fillips')).toEqual(['Siân Philips']);
    expect(await found('text=Harttley')).toEqual(['Robert Hartley']);
    expect(await found('text=Bob Hartley&born=2015-01-02')).toEqual(['Robert Hartley']);
    expect(await found('text=Jones')).toEqual([]);
    expect(await found('')).toEqual([]);
  });

  it('are found however a name is spelt, the closest first', async () => {
    await make({ firstNames: 'Ella', familyName: 'Ashdown' });
    await make({ firstNames: 'Elsa', familyName: 'Ashdene' });
    await make({ firstNames: 'Katherine', familyName: 'Wright' });
    expect((await found('text=Ella Ashdwon'))[0]).toBe('Ella Ashdown');
    expect(await found('text=Cathryn Rite')).toEqual(['Katherine Wright']);
  });

  it('are found by a number and by where they live or lived, but never by a sensitive address', async () => {
    const home = { line1: '12 Harbour Row', postcode: 'ZZ99 3AB', to: '2025-01-01' };
    const refuge = { line1: '7 Refuge Lane', postcode: 'ZZ99 4CD', sensitive: true };
    await make({ familyName: 'Hartley', nhsNumber: '9991234567', addresses: [home, refuge] });
    await make({ familyName: 'Jones' });
    for (const text of ['999 123 4567', 'zz99 3ab', '12 harbour']) {
      expect(await found(`text=${text}`), text).toEqual(['Hartley']);
    }
    for (const text of ['ZZ99 4CD', '7 Refuge Lane', '9991234568']) {
      expect(await found(`text=${text}`), text).toEqual([]);
    }
  });

  it('are found by a telephone number however it is written, and by its end, but not where an address is sensitive', async () => {
    const refuge = { line1: '7 Refuge Lane', postcode: 'ZZ99 4CD', sensitive: true };
    await make({ familyName: 'Hartley', phone: 'home 01632 960780, mobile 07700 900123' });
    await make({ familyName: 'Jones', phone: '01632 960781', addresses: [refuge] });
    const written = ['01632960780', '01632 960780', '+44 (0)1632 960 780', '960780', '07700-900123'];
    for (const text of written) {
      const { body } = await sam.post<{ name: string }[]>('/api/people/search', { text });
      expect(body.map(({ name }) => name), text).toEqual(['Hartley']); // prettier-ignore
    }
    for (const text of ['01632960781', '60780', '01632960782'])
      expect(await found(`text=${text}`)).toEqual([]);
  });

  it('sent twice by one command are one person', async () => {
    const person = { firstNames: 'Ada', familyName: 'Hartley' };
    expect(await make(person, 'same')).toBe(await make(person, 'same'));
    expect(await found('text=Hartley')).toEqual(['Ada Hartley']);
  });

  it('with something impossible are refused beside the question', async () => {
    const faults: [object, string][] = [
      [{ sex: 'F' }, 'familyName'],
      [{ familyName: 'X', dateOfBirth: '2027-01-01' }, 'dateOfBirth'],
      [
        { familyName: 'X', dateOfBirth: '2019-01-01', expectedDateOfBirth: '2026-12-01' },
        'expectedDateOfBirth',
      ],
      [{ familyName: 'X', dateOfBirth: '2019-01-01', deathDate: '2018-01-01' }, 'deathDate'],
    ];
    for (const [person, field] of faults) {
      const answer = await sam.post<Refusal>('/api/people', { person, commandId: field });
      expect(answer.status).toBe(422);
      expect(answer.body.refusal.findings.map((one) => one.question)).toContain(field);
    }
  });

  it('with a field that does not exist, or of the wrong type, are refused whole', async () => {
    for (const person of [
      { familyName: 'X', shoeSize: 4 },
      { familyName: 7 },
      { familyName: 'X', uasc: 'true' },
    ]) {
      expect((await sam.post('/api/people', { person, commandId: 'x' })).status).toBe(400);
    }
    expect(await found('text=X')).toEqual([]);
  });

  it('changed by two at once keep the first change, and the second is told', async () => {
    const id = await make({ familyName: 'Hartley' });
    const change = (familyName: string) =>
      sam.put(`/api/people/${id}`, { person: { familyName }, revision: 1, commandId: familyName });
    expect((await change('Hartley-Jones')).status).toBe(200);
    expect(await change('Hartley-Smith')).toMatchObject({
      status: 409,
      body: { changed: { by: 'sam', revision: 2 } },
    });
    expect((await change('Hartley-Jones')).status).toBe(200);
    expect((await server.store.person(id, 1))?.body).toEqual({ familyName: 'Hartley' });
  });

  it('with a sensitive address show it only to those who work with the family, and keep it when others save', async () => {
    const open = { line1: '1 High Street', postcode: 'ZZ99 1AB' };
    const secret = { line1: '2 Refuge Lane', postcode: 'ZZ99 2CD', sensitive: true };
    const id = await make({ familyName: 'Hartley', addresses: [open, secret] });
    const family = aFamily('case-1', { team: 'north', staff: ['sam'], people: [id] });
    await server.store.commit(aCommit(0, { family }));
    expect(JSON.stringify((await sam.get(`/api/people/${id}`)).body)).toContain('Refuge Lane');
    expect(JSON.stringify((await sam.post('/api/people/search', { text: 'Hartley' })).body)).not.toContain(
      'Refuge Lane',
    );
    const pat = await server.signedIn('business-support', 'north', 'pat');
    const kim = await server.signedIn('social-worker', 'north', 'kim');
    const seen = await kim.get<object>(`/api/people/${id}`);
    expect(seen.body).toMatchObject({ addresses: [open], addressesHidden: true });
    const saved = await pat.put(`/api/people/${id}`, {
      ...{
        person: { familyName: 'Hartley', addresses: [open], phone: '01632 960001' },
        revision: 1,
        commandId: 'x',
      },
    });
    expect(saved.status).toBe(200);
    expect((await server.store.person(id))?.body).toMatchObject({
      addresses: [open, secret],
      phone: '01632 960001',
    });
  });

  it('known only through a restricted family are found by nobody outside it', async () => {
    const id = await make({ familyName: 'Hartley' });
    const restricted = { to: ['kim'], contact: 'Kim', shown: 'hidden' as const };
    await server.store.commit(aCommit(0, { family: aFamily('case-1', { people: [id], restricted }) }));
    expect(await found('text=Hartley')).toEqual([]);
    const kim = await server.signedIn('social-worker', 'north', 'kim');
    expect((await kim.post<object[]>('/api/people/search', { text: 'Hartley' })).body).toHaveLength(1);
  });
});

describe('a person', () => {
  it('who was expected is born by an answer of a form', () => {
    const before = {
      id: 'b',
      revision: 3,
      keys: [],
      body: { familyName: 'Hartley', expectedDateOfBirth: '2026-10-01' },
    };
    const put = changePerson(
      before,
      { born: '2026-09-20', firstNames: 'Ivy' },
      { by: 'sam', now: startOfTest },
    );
    expect(put).toMatchObject({ expecting: 3, body: { dateOfBirth: '2026-09-20', firstNames: 'Ivy' } });
    expect(put.body).not.toHaveProperty('expectedDateOfBirth');
    expect(put.keys).toContain('born:2026-09-20');
  });

  it('has a name in every list', () => {
    expect(nameOf({ firstNames: 'Ada', familyName: 'Hartley' })).toBe('Ada Hartley');
    expect(nameOf({ familyName: 'Hartley', expectedDateOfBirth: '2026-10-01' })).toBe('Unborn baby Hartley');
    expect(nameOf({})).toBe('Name not recorded');
  });
});
