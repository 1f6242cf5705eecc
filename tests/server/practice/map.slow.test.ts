import type { Block, Column, PracticeViews } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../server/access/index.ts';
import { changeBlock } from '../../../server/practice/change-block.ts';
import { mapPage } from '../../../server/practice/map-page.ts';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

type Row = Record<string, unknown>;
interface Shown {
  rows: Row[];
  revision: number;
  ended: { row: Row; by: string; why: string }[];
}
interface MapPage {
  blocks: Record<string, Shown>;
  heard: { child: string; days?: number; old: boolean }[];
  people: Row[];
  practice: { map?: object };
  may: { change: boolean };
}

const days = (count: number): number => count * 24 * 60 * 60;

describe('the map of a family', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: '', expected: '2026-12-10' },
    ]);
  });
  afterAll(() => place.close());

  const map = async (by: 'sam' | 'kim' | 'tia' = 'sam', query = '') =>
    (await (await place.as(by)).get<MapPage>(`/api/cases/${family.id}/map${query}`)).body;
  const put = async (block: string, sent: { rows?: Row[]; ended?: object[]; revision?: number }) =>
    (await place.as('sam')).put<{ revision: number } & Refusal>(`/api/cases/${family.id}/blocks/${block}`, {
      ...{ rows: [], ended: [], revision: (await map()).blocks[block]?.revision ?? 0 },
      ...{ ...sent, commandId: place.command() },
    });
  const worry = (number: number, could: string): Row => ({
    ...{ number, childIds: [family.children[0]], whoIsWorried: 'School', worriedAbout: 'Hunger' },
    couldHappen: could,
  });

  it('is one assessment, changed row by row: whoever was slower at the same row is told, and nothing is lost', async () => {
    expect((await put('dangerStatements', { rows: [worry(1, 'Go hungry')] })).status).toBe(200);
    const read = await map();
    const { rows, revision } = read.blocks['dangerStatements'] ?? { rows: [], revision: 0 };
    const [row] = rows;
    expect(row).toMatchObject({ couldHappen: 'Go hungry' });
    const second = await put('dangerStatements', { rows: [{ ...row, couldHappen: 'Fall ill' }], revision });
    expect(second.status).toBe(200);
    const third = await put('dangerStatements', { rows: [{ ...row, couldHappen: 'Sleep badly' }], revision });
    expect([third.status, third.body.changed?.by]).toEqual([409, 'sam']);
    // another row may well be added from what was read before
    expect((await put('dangerStatements', { rows: [worry(2, 'Be left alone')], revision })).status).toBe(200);
    const now = (await map()).blocks['dangerStatements']?.rows.map((one) => one['couldHappen']);
    expect(now).toEqual(['Fall ill', 'Be left alone']);
  });

  it('keeps what is no longer so, with who ended it and why, and lets it come back', async () => {
    const [row] = (await map()).blocks['dangerStatements']?.rows ?? [];
    expect(
      (await put('dangerStatements', { ended: [{ id: row?.['id'], why: 'Fed at school' }] })).status,
    ).toBe(200);
    const ended = (await map()).blocks['dangerStatements'];
    expect(ended?.rows).toHaveLength(1);
    expect(ended?.ended).toMatchObject([{ row: { id: row?.['id'] }, by: 'sam', why: 'Fed at school' }]);
    const again = await put('dangerStatements', { ended: [{ id: row?.['id'], why: 'Twice' }] });
    expect([again.status, again.body.refusal.reason]).toEqual([422, 'row-unknown']);
    expect((await put('dangerStatements', { rows: [{ ...row }] })).status).toBe(200);
    const back = (await map()).blocks['dangerStatements'];
    expect([back?.rows.length, back?.ended]).toEqual([2, []]);
  });

  it('is refused what is no row of the block, who is no child of the family, and what stands in a log', async () => {
    const harm = {
      ...{ childIds: family.children.slice(0, 1), whatHappened: 'Left alone', when: 'May' },
      ...{ impactOnChild: 'Afraid', source: 'School' },
    };
    const reasons = [
      await put('bottomLines', { rows: [{ what: 'A bed', colour: 'red' }] }),
      await put('bottomLines', { rows: [{ what: 'A bed', childIds: ['somebody-else'] }] }),
      await put('network', { rows: [] }),
      await put('attendance', { rows: [] }),
    ];
    expect(reasons.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect((await put('harms', { rows: [harm] })).status).toBe(200);
    const [row] = (await map()).blocks['harms']?.rows ?? [];
    expect((await put('harms', { ended: [{ id: row?.['id'], why: 'Wrong' }] })).status).toBe(422);
    expect((await put('harms', { rows: [{ ...row, whatHappened: 'Nothing' }] })).status).toBe(422);
  });

  it('is read as it was at any moment, with the records that stand on each of its versions', async () => {
    const before = place.server.clock.now();
    place.server.clock.pass(days(3));
    await put('bottomLines', { rows: [{ what: 'Somebody sober at home' }] });
    const says = (page: MapPage) => page.blocks['bottomLines']?.rows.map((one) => one['what']);
    expect(says(await map('sam', `?on=${before}`))).toEqual([]);
    expect(says(await map())).toEqual(['Somebody sober at home']);
    expect((await map('sam', `?on=${before}`)).may.change).toBe(false);
    const sam = await place.as('sam');
    const { body } = await sam.get<{ versions: { at: string; by: string; records: { title: string }[] }[] }>(
      `/api/cases/${family.id}/map/versions`,
    );
    expect(body.versions[0]).toMatchObject({ by: 'sam', records: [] });
    expect(body.versions.map(({ at }) => at)).toEqual(
      body.versions
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(body.versions.flatMap(({ records }) => records.map(({ title }) => title))).toContain(
      'Screening a contact',
    );
  });

  it('says of whom nobody has written down what they say for too long: never of a child not born yet', async () => {
    const [ada] = family.children;
    place.server.clock.pass(days(40));
    expect((await map()).heard).toMatchObject([{ child: ada, old: true }]);
    const heard = { childIds: [ada], date: place.server.clock.now().slice(0, 10), ownWords: 'I like school' };
    expect((await put('voice', { rows: [heard] })).status).toBe(200);
    expect((await map()).heard).toMatchObject([{ child: ada, days: 0, old: false }]);
    place.server.clock.pass(days(31));
    expect((await map()).heard).toMatchObject([{ child: ada, days: 31, old: true }]);
    // a form that asks what children say is told the same, one that does not nothing
    const told = async (path: string) =>
      (await (await place.as('sam')).get<Pick<MapPage, 'heard'>>(`/api/${path}`)).body.heard;
    expect(await told(`cases/${family.id}/additions/child-words`)).toEqual((await map()).heard);
    const { id } = await place.task(family.id, 'tell-referrer');
    expect(await told(`tasks/${id}`)).toBeUndefined();
  });

  it('leaves out a row that is withheld from the reader, before it is ended and after, and with it the reason', async () => {
    await put('strengths', { rows: [{ what: 'Aunt Bo visits in secret' }] });
    const [row] = (await map()).blocks['strengths']?.rows ?? [];
    const sam = await place.as('sam');
    const withheld = await sam.post(`/api/cases/${family.id}/withholdings`, {
      ...{ part: 'map', block: 'strengths', row: row?.['id'], from: { account: 'kim' } },
      reason: 'She is his sister',
    });
    expect(withheld.status, JSON.stringify(withheld.body)).toBe(200);
    expect((await map('kim')).blocks['strengths']?.rows).toEqual([]);
    await put('strengths', { ended: [{ id: row?.['id'], why: 'Aunt Bo moved away' }] });
    expect(JSON.stringify(await map('kim'))).not.toContain('Bo');
    expect(JSON.stringify(await map('tia'))).toContain('Aunt Bo moved away');
  });

  it('lets a row of the network end with a reason', async () => {
    const sam = await place.as('sam');
    const network = { rows: [{ personId: family.mother, relationshipToEachChild: 'Mother' }] };
    const path = `/api/cases/${family.id}/network`;
    const revision = async () => (await map()).blocks['network']?.revision ?? 0;
    expect(
      (await sam.put(path, { ...network, revision: await revision(), commandId: place.command() })).status,
    ).toBe(200);
    const row = (await map()).blocks['network']?.rows.at(-1);
    const end = { rows: [], ended: [{ id: row?.['id'], why: 'Written by mistake' }] };
    const ended = await sam.put(path, { ...end, revision: await revision(), commandId: place.command() });
    expect(ended.status).toBe(200);
    expect((await map()).blocks['network']?.ended).toMatchObject([{ why: 'Written by mistake' }]);
    const page = await sam.get<{ network: { rows: Row[] } }>(`/api/cases/${family.id}`);
    expect(page.body.network.rows.map((one) => one['id'])).not.toContain(row?.['id']);
  });

  it('is that of whatever model the version brings: other parts, blocks and columns, and no code', async () => {
    const { store, clock, versions } = place.server;
    const text = (id: string): Column => ({ id, label: id, type: 'long-text', required: true });
    const blocks: Block[] = [
      { ...{ id: 'rivers', title: 'Rivers', prompt: '', part: 'landscape' }, columns: [text('says')] },
      {
        ...{ id: 'songs', title: 'Songs', prompt: '', part: 'songs' },
        columns: [{ ...text('for'), type: 'children' }, { ...text('day'), type: 'date' }, text('line')],
      },
    ];
    const practice: PracticeViews = {
      map: {
        ...{ title: 'Crossing', lead: '', below: [] },
        columns: [{ title: 'Water', blocks: ['rivers'] }],
      },
      voice: {
        ...{ title: '', block: 'songs', child: 'for', on: 'day', words: 'line', panels: [], freshDays: 7 },
        ...{ picture: 'line', pictureTitle: 'line', pictureSays: 'line', source: 'local' },
      },
    };
    const other = { ...(await place.version()), blocks, practice };
    const host = { store, clock, versions: { ...versions, get: () => Promise.resolve(other) } };
    const sent = { case: family.id, ended: [], revision: 0, by: 'sam' };
    const [ada] = family.children;
    const river = { block: 'rivers', rows: [{ says: 'The Styx' }] };
    const song = { block: 'songs', rows: [{ for: [ada], day: clock.now().slice(0, 10), line: 'La' }] };
    await changeBlock(host, host, { ...sent, ...river, commandId: place.command() });
    await changeBlock(host, host, { ...sent, ...song, commandId: place.command() });
    clock.pass(days(8));
    const stored = await store.load(family.id);
    const sam = { id: 'sam', name: 'sam', roles: [], teams: [] } as unknown as Person;
    const page = stored && (await mapPage(host, stored, sam));
    expect(Object.keys(page?.blocks ?? {})).toEqual(['rivers', 'songs']);
    expect(page?.blocks['rivers']?.rows).toMatchObject([{ says: 'The Styx' }]);
    expect(page?.heard).toMatchObject([{ child: ada, days: 8, old: true }]);
    const wrong = { ...river, rows: [{ says: 'The Styx', depth: 3 }], commandId: place.command() };
    await expect(changeBlock(host, host, { ...sent, ...wrong })).rejects.toMatchObject({ status: 422 });
  });
});
