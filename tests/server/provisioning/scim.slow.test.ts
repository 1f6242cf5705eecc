import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountNamed, accountOf, changeAccount } from '../../../server/access/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import { empty, setRules } from '../identity/at-the-provider.ts';

const token = 'the-token-of-the-directory-long-and-secret';
let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await testServer({ entrance: { scimToken: token } });
});
afterAll(() => server.close());
beforeEach(async () => {
  await empty(server.store, ['account', 'sign-in-name', 'session', 'provisioning', 'setting']);
  admin = await server.signedIn('administrator', 'north', 'ada');
});

interface Answer {
  status: number;
  body: Record<string, unknown> & { id: string; totalResults: number; Resources: { id: string }[] };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const ask = async (
  method: Method,
  path: string,
  body?: object,
  bearer = token,
  remoteAddress = '10.0.0.1',
): Promise<Answer> => {
  const answer = await server.app.inject({
    ...{ method, url: `/scim/v2/${path}`, remoteAddress },
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body ? { 'content-type': 'application/scim+json' } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() } as Answer;
};
const user = (userName: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  ...{
    userName,
    name: { givenName: 'Sam', familyName: 'Reed' },
    emails: [{ value: 'sam@x.example' }],
    ...more,
  },
});
const made = async (userName: string, more: object = {}): Promise<string> =>
  (await ask('POST', 'Users', user(userName, more))).body.id;
const patch = (path: string, ...Operations: object[]) => ask('PATCH', path, { Operations });
const off = { op: 'Replace', path: 'active', value: 'False' };

describe('a directory', () => {
  it('is let in with its token only, and its token opens nothing else', async () => {
    for (const bearer of ['', 'wrong', `${token}x`]) {
      expect((await ask('GET', 'Users', undefined, bearer)).status).toBe(401);
      expect((await ask('POST', 'Users', user('sam'), bearer)).status).toBe(401);
    }
    expect(await accountNamed(server.store, 'sam')).toBeUndefined();
    const headers = { authorization: `Bearer ${token}` };
    for (const url of ['/api/accounts', '/api/staff', '/api/stages']) {
      expect((await server.app.inject({ method: 'GET', url, headers })).statusCode).toBe(401);
    }
  });

  it('is no address where no token is set', async () => {
    const other = await testServer();
    const url = '/scim/v2/Users';
    expect((await other.app.inject({ method: 'GET', url })).statusCode).toBe(404);
    await other.close();
  });

  it('is asked to wait when it asks too often, also with a wrong token', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 601; n += 1) {
      statuses.add((await ask('GET', 'Schemas', undefined, 'guess', '10.0.0.9')).status);
    }
    expect([...statuses]).toEqual([401, 429]);
  });

  it('learns what it may expect', async () => {
    const { body } = await ask('GET', 'ServiceProviderConfig');
    expect(body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
    expect((await ask('GET', 'ResourceTypes')).body.totalResults).toBe(2);
    expect((await ask('GET', 'Schemas')).body.totalResults).toBe(2);
  });

  it('stands in the audit as who it is, with whom it changed', async () => {
    const id = await made('sam');
    const { rows } = await server.store.list('audit', { actor: 'scim' });
    expect(rows[0]).toMatchObject({
      action: 'create-account',
      thing: { kind: 'account', id },
      outcome: 'ok',
    });
  });
});

describe('a user of the directory', () => {
  it('becomes an account, of which nothing is kept that is not needed', async () => {
    const answer = await ask('POST', 'Users', user('sam', { externalId: 'e-1', password: 'never kept' }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      userName: 'sam',
      externalId: 'e-1',
      displayName: 'Sam Reed',
      active: true,
    });
    const kept = JSON.stringify((await accountOf(server.store, answer.body.id))?.body);
    expect(kept).not.toMatch(/x\.example|never kept/);
  });

  it('is found by userName whatever its letters, and by externalId exactly', async () => {
    const id = await made('Sam', { externalId: 'E-1' });
    const find = async (filter: string) =>
      (await ask('GET', `Users?filter=${encodeURIComponent(filter)}`)).body.Resources.map((one) => one.id);
    expect(await find('userName eq "sAM"')).toEqual([id]);
    expect(await find('externalId eq "E-1"')).toEqual([id]);
    expect(await find('externalId eq "e-1"')).toEqual([]);
    for (const filter of ['userName sw "s"', 'userName eq', 'password eq "x"', 'userName eq 1']) {
      const { status, body } = await ask('GET', `Users?filter=${encodeURIComponent(filter)}`);
      expect([status, body['scimType']]).toEqual([400, 'invalidFilter']);
    }
  });

  it('is listed by pages counted from one', async () => {
    for (const name of ['a', 'b', 'c']) await made(name);
    const page = await ask('GET', 'Users?startIndex=2&count=2');
    expect(page.body).toMatchObject({ totalResults: 4, startIndex: 2, itemsPerPage: 2 });
    expect((await ask('GET', 'Users?count=0')).body.Resources).toEqual([]);
  });

  it('has a name and an externalId of its own', async () => {
    await made('sam', { externalId: 'e-1' });
    const kim = await made('kim');
    for (const body of [user('SAM'), user('lou', { externalId: 'e-1' })]) {
      const answer = await ask('POST', 'Users', body);
      expect([answer.status, answer.body['scimType']]).toEqual([409, 'uniqueness']);
    }
    expect((await ask('PUT', `Users/${kim}`, user('sam'))).status).toBe(409);
    expect((await accountNamed(server.store, 'kim'))?.id).toBe(kim);
  });

  it('may be given another name; the old one is free again', async () => {
    const id = await made('sam');
    expect((await patch(`Users/${id}`, { op: 'replace', value: { userName: 'sam.hill' } })).status).toBe(200);
    expect((await accountNamed(server.store, 'sam.hill'))?.id).toBe(id);
    expect(await accountNamed(server.store, 'sam')).toBeUndefined();
    expect((await ask('POST', 'Users', user('sam'))).status).toBe(201);
  });

  it.each([
    ['a patch', (id: string) => patch(`Users/${id}`, off)],
    ['a whole change', (id: string) => ask('PUT', `Users/${id}`, user('sam', { active: false }))],
    ['being deleted', (id: string) => ask('DELETE', `Users/${id}`)],
  ])('is out of every session with the next request after %s', async (_, leave) => {
    await setRules(admin, { directoryRoles: ['social-worker'] });
    const id = await made('sam', { roles: [{ value: 'social-worker' }] });
    const sam = await server.signedIn('social-worker', 'north', id);
    expect((await sam.get('/api/staff')).status).toBe(200);
    expect((await leave(id)).status).toBeLessThan(300);
    expect((await sam.get('/api/staff')).status).toBe(401);
    expect((await ask('GET', `Users/${id}`)).body['active']).toBe(false);
  });

  it('is refused with a role, a path or a value that means nothing', async () => {
    const id = await made('sam');
    const faults = [
      { op: 'replace', path: 'roles', value: [{ value: 'king' }] },
      { op: 'replace', path: 'userName', value: '' },
      { op: 'replace', path: 'active', value: 'perhaps' },
      { op: 'replace', path: 'conflicts', value: [] },
      { op: 'remove', path: 'userName' },
      { op: 'steal', path: 'userName', value: 'x' },
    ];
    for (const fault of faults) expect((await patch(`Users/${id}`, fault)).status).toBe(400);
    expect((await ask('PATCH', `Users/${id}`, {})).status).toBe(400);
    expect((await ask('GET', 'Users/nobody')).status).toBe(404);
    expect((await accountOf(server.store, id))?.body).toMatchObject({ name: 'sam', roles: [] });
  });

  it('is given no role but those the rules say a directory gives, and keeps what a person gave here', async () => {
    const roles = (...all: string[]) => ({ roles: all.map((value) => ({ value })) });
    for (const role of ['administrator', 'head-of-service', 'social-worker', 'inspector']) {
      expect((await ask('POST', 'Users', user('sam', roles(role)))).status).toBe(400);
    }
    await setRules(admin, { directoryRoles: ['social-worker'] });
    const id = await made('sam', roles('social-worker'));
    const found = await accountOf(server.store, id);
    if (!found) throw new Error('no account');
    const held = { ...found.body, roles: ['social-worker', 'team-manager'] };
    await changeAccount(server.store, held, found.revision);
    expect((await ask('PUT', `Users/${id}`, user('sam', roles('team-manager')))).status).toBe(200);
    expect((await accountOf(server.store, id))?.body.roles).toEqual(['team-manager']);
    expect((await ask('PUT', `Users/${id}`, user('sam', roles('head-of-service')))).status).toBe(400);
  });

  it('who looks after accounts is not led to another person, and is the directory’s to end only', async () => {
    await server.signedIn('administrator', 'north', 'bob');
    for (const value of [{ userName: 'mine' }, { externalId: 'mine' }]) {
      expect((await patch('Users/ada', { op: 'replace', value })).status).toBe(409);
    }
    expect((await ask('PUT', 'Users/ada', user('ada'))).status).toBe(200);
    expect((await accountOf(server.store, 'ada'))?.body).not.toHaveProperty('source');
    expect((await patch('Users/ada', off)).status).toBe(200);
  });

  it('cannot be disabled when nobody would be left to look after accounts', async () => {
    expect((await patch('Users/ada', off)).status).toBe(409);
    expect((await admin.get('/api/accounts')).status).toBe(200);
  });
});

describe('a group of the directory', () => {
  const groups = { 'TL managers': { role: 'team-manager' }, 'TL south': { team: 'south' } };
  const held = async (id: string) => {
    const account = (await accountOf(server.store, id))?.body;
    return [account?.roles, account?.team];
  };

  it('gives its members the role or the team it stands for, and takes it when they leave', async () => {
    await setRules(admin, { groups, directoryRoles: ['social-worker'] });
    const id = await made('sam', { roles: [{ value: 'social-worker' }] });
    const managers = await ask('POST', 'Groups', { displayName: 'TL managers', members: [{ value: id }] });
    const south = (await ask('POST', 'Groups', { displayName: 'TL south' })).body.id;
    await patch(`Groups/${south}`, { op: 'Add', path: 'members', value: [{ value: id }] });
    expect(await held(id)).toEqual([['social-worker', 'team-manager'], 'south']);
    expect((await ask('GET', `Users/${id}`)).body['groups']).toHaveLength(2);
    await patch(`Groups/${managers.body.id}`, { op: 'remove', path: `members[value eq "${id}"]` });
    expect(await held(id)).toEqual([['social-worker'], 'south']);
    expect((await ask('DELETE', `Groups/${south}`)).status).toBe(204);
    expect(await held(id)).toEqual([['social-worker'], undefined]);
  });

  it('that stands for nothing here gives nothing', async () => {
    const id = await made('sam');
    await ask('POST', 'Groups', { displayName: 'Choir', members: [{ value: id }] });
    expect(await held(id)).toEqual([[], undefined]);
  });

  it('is found by name, listed without its members when asked, and changed whole', async () => {
    const id = await made('sam');
    const group = (await ask('POST', 'Groups', { displayName: 'Choir', members: [{ value: id }] })).body.id;
    const sought = encodeURIComponent('displayName eq "choir"');
    const listed = await ask('GET', `Groups?filter=${sought}&excludedAttributes=members`);
    expect(listed.body.Resources).toMatchObject([{ id: group }]);
    expect(listed.body.Resources[0]).not.toHaveProperty('members');
    const put = await ask('PUT', `Groups/${group}`, { displayName: 'Band', members: [] });
    expect(put.body).toMatchObject({ displayName: 'Band', members: [] });
    expect((await ask('POST', 'Groups', { displayName: 'BAND' })).status).toBe(409);
    const strangers = { displayName: 'X', members: [{ value: 'nobody' }] };
    expect((await ask('POST', 'Groups', strangers)).status).toBe(400);
  });

  it('changed many times at once has all the changes', async () => {
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => made(name)));
    const group = (await ask('POST', 'Groups', { displayName: 'Choir' })).body.id;
    const statuses = await Promise.all(
      ids.map((value) => patch(`Groups/${group}`, { op: 'add', path: 'members', value: [{ value }] })),
    );
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await ask('GET', `Groups/${group}`);
    expect(body['members']).toHaveLength(4);
  });
});
