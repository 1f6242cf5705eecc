import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

/** Somebody of one family is put into another, by somebody of another service who has a family of their own. */
describe('somebody who belongs to a family already', () => {
  let place: Workplace;
  let family: Family;
  let own: string;
  let dana: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    const sent = { person: { ...refuge }, case: family.id, commandId: place.command() };
    dana = (await (await place.as('sam')).post<{ id: string }>('/api/people', sent)).body.id;
    own = (await contact({ new: { firstNames: 'Ben', familyName: 'Okafor' } })).body.case;
  });
  afterAll(() => place.close());

  const secret = { line1: '2 Refuge Lane', postcode: 'ZZ99 2CD', sensitive: true };
  const open = { line1: '1 High Street', postcode: 'ZZ99 1AB' };
  const refuge = { firstNames: 'Dana', familyName: 'Marsh', addresses: [open, secret] };
  const far = () => place.server.signedIn('team-manager', 'elsewhere', 'far');
  const contact = async (...children: object[]) =>
    (await far()).post<{ case: string } & Refusal>('/api/cases', {
      ...{ contact: { children }, commandId: place.command() },
    });
  const network = async (commandId = place.command()) =>
    (await far()).put<{ revision: number } & Refusal>(`/api/cases/${own}/network`, {
      ...{ rows: [{ personId: dana, relationshipToEachChild: 'Aunt' }], revision: 0, commandId },
    });
  const trail = async (of: string) => {
    const { rows } = await place.server.store.list('audit', { case: of, actor: 'far' });
    return rows
      .filter(({ thing }) => thing?.id === dana)
      .map(({ action, outcome }) => `${action} ${outcome}`);
  };
  const told = async (name: 'sam' | 'tia') =>
    (await (await place.as(name)).get<{ says: string; case?: string }[]>('/api/notices')).body;

  it('is put into another one only by whoever may read them; the refusal says who, and what to do', async () => {
    const refused = await network();
    expect(refused.status).toBe(422);
    expect(refused.body.refusal.findings).toMatchObject([{ question: 'network', check: 'person-elsewhere' }]);
    expect(refused.body.refusal.findings[0]?.message).toBe(
      'Dana Marsh belongs to the family Marsh already, which your role does not reach. Open that family with a reason, or ask the team that holds it, then choose them here again.',
    );
    expect(refused.body.refusal.message).toBe(refused.body.refusal.findings[0]?.message);
    expect((await contact({ person: dana })).body.refusal.reason).toBe('person-elsewhere');
    const joined = await (
      await far()
    ).post<Refusal>(`/api/cases/${own}/children`, { person: dana, commandId: place.command() });
    expect(joined.body.refusal.reason).toBe('person-elsewhere');
    expect((await (await far()).get(`/api/people/${dana}`)).status).toBe(403);
    expect(await trail(family.id)).toContain('join-family refused');
  });

  it('is of no family by name for the one from whom it is withheld that they are around its children', async () => {
    const sam = await place.as('sam');
    const rows = [{ personId: dana, relationshipToEachChild: 'Mother’s new partner' }];
    const revision = (await place.server.store.part(family.id, 'network'))?.revision ?? 0;
    await sam.put(`/api/cases/${family.id}/network`, { rows, revision, commandId: place.command() });
    const blocks = (await place.server.store.part(family.id, 'network'))?.blocks;
    const row = blocks?.['network']?.find((one) => one['personId'] === dana)?.['id'];
    const sent = { part: 'network', block: 'network', row, from: { account: 'far' }, reason: 'His cousin.' };
    const { body } = await sam.post<{ id: string }>(`/api/cases/${family.id}/withholdings`, sent);
    const said = [(await network()).body, (await contact({ person: dana })).body].map(
      ({ refusal }) => refusal.message,
    );
    const message =
      'Dana Marsh belongs to another family already, which your role does not reach. Ask the team that holds it, then choose them here again.';
    expect(said).toEqual([message, message]);
    await sam.post(`/api/withholdings/${body.id}/lifting`, { reason: 'They are no longer in touch.' });
  });

  it('is still there for a contact about the family they belong to, for everybody who takes contacts', async () => {
    const bea = await place.as('bea');
    const child = family.children[0] ?? '';
    const body = { contact: { existing: family.id, children: [{ person: child }] }, commandId: 'again' };
    const answer = await bea.post<Refusal>('/api/cases', body);
    expect(answer).toMatchObject({ status: 409, body: { refusal: { reason: 'already-open' } } });
  });

  it('is put into another one by a reason given: those who hold the first one are told, once, and its trail has it', async () => {
    const reason = { code: 'duty', text: 'The police are at the door of the family.' };
    await (await far()).post(`/api/cases/${family.id}/break-glass`, reason);
    const [first, again] = [await network('once'), await network('once')];
    expect([first.status, again.status]).toEqual([200, 200]);
    for (const name of ['sam', 'tia'] as const) {
      const said = (await told(name)).filter(({ says }) => says.includes('put'));
      expect(said).toMatchObject([
        {
          case: family.id,
          says: 'far put Dana Marsh of the record of Marsh among the people of another family.',
        },
      ]);
    }
    expect(await trail(family.id)).toContain('join-family ok');
  });

  it('keeps a sensitive address from whoever works with one of the families, whatever they save', async () => {
    place.server.clock.pass(5 * 60 * 60);
    const page = await (await far()).get<{ revision: number; addresses: object[] }>(`/api/people/${dana}`);
    expect(page.body).toMatchObject({ addresses: [open], addressesHidden: true });
    const body = { person: { ...refuge, addresses: [] }, revision: page.body.revision, commandId: 'x' };
    expect((await (await far()).put(`/api/people/${dana}`, body)).status).toBe(200);
    expect((await place.server.store.person(dana))?.body).toMatchObject({ addresses: [secret] });
    expect((await told('sam')).map(({ says }) => says)).toContain(
      'far, who works with another family, changed what is known of Dana Marsh of the record of Marsh.',
    );
  });

  it('is read and changed on the trail of each family', async () => {
    for (const of of [family.id, own]) {
      expect(await trail(of)).toEqual(expect.arrayContaining(['read-person ok', 'change-person ok']));
    }
  });

  it('is not put there by sending the command again that put them on file', async () => {
    const sent = { person: { familyName: 'Lee' }, commandId: 'lee' };
    const kim = await place.as('kim');
    const lee = (await kim.post<{ id: string }>('/api/people', sent)).body.id;
    const { tasks } = await place.case(family.id);
    expect(tasks.length).toBeGreaterThan(0);
    const asKim = await kim.post<Refusal>('/api/people', { ...sent, case: family.id });
    expect([asKim.status, asKim.body.refusal.reason]).toEqual([403, 'out-of-reach']);
    expect((await place.server.store.family(family.id))?.people).not.toContain(lee);
  });
});
