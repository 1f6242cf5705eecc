import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Who } from '../support/workplace.ts';

describe('cases by stage', () => {
  let place: Workplace;
  let parted: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    parted = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
    const [first = '', second = ''] = parted.children;
    await place.complete(parted, 'sam', 'write-assessment', {}, ({ perChild }) => {
      Object.assign(perChild[first] ?? {}, { assessmentOutcome: 'close' });
      Object.assign(perChild[second] ?? {}, { assessmentOutcome: 'child-in-need' });
    });
    await place.complete(parted, 'tia', 'authorise-assessment', { authorisation: ['authorise'] });
    await place.toAssessment([{ first: 'Cai', born: '2018-01-02' }]);
    const asked = await place.openFamily([{ first: 'Dot', born: '2018-01-02' }]);
    await place.complete(asked, 'bea', 'record-contact');
  });
  afterAll(() => place.close());

  interface Board {
    columns: {
      id: string;
      name: string;
      families: number;
      children: number;
      late: number;
      cards: {
        case: string;
        children: { name: string; days: number }[];
        late: boolean;
        due?: { on: string; says: string };
      }[];
      next?: string;
    }[];
    filters: { teams: { id: string }[] };
  }
  const board = async (name: Who, query = '') =>
    (await (await place.as(name)).get<Board>(`/api/stages${query}`)).body;
  const counts = ({ columns }: Board) =>
    Object.fromEntries(
      columns
        .filter((one) => one.families > 0)
        .map(({ id, families, children }) => [id, [families, children]]),
    );

  it('counts families and children as they stand in the cases; parted siblings stand in two columns', async () => {
    const shown = await board('tia');
    const { stages } = (await (await place.as('tia')).get<{ stages: { name: string }[] }>('/api/pathway'))
      .body;
    expect(shown.columns.map((one) => one.name)).toEqual([...new Set(stages.map((stage) => stage.name))]);
    expect(counts(shown)).toEqual({
      ...{ contact: [1, 1], assessment: [1, 1], 'child-in-need': [1, 1], closure: [1, 1] },
    });
    const closing = shown.columns.find((one) => one.id === 'closure')?.cards;
    expect(closing).toMatchObject([{ case: parted.id, children: [{ name: 'Ada Marsh', days: 0 }] }]);
  });

  it('says the day and the hour of what is counted in hours, and how many days there are to any other day', async () => {
    const { columns } = await board('tia');
    const says = (stage: string) => columns.find(({ id }) => id === stage)?.cards.map(({ due }) => due?.says);
    expect(says('contact')).toEqual(['Wednesday 2 September by\u00A010:00']);
    expect(says('assessment')).toEqual(['in 1 working day']);
  });

  it('says how long each child has been there, and what is late first', async () => {
    place.server.clock.pass(days(100));
    const shown = await board('tia');
    const assessment = shown.columns.find((one) => one.id === 'assessment');
    expect(assessment).toMatchObject({ late: 1, cards: [{ late: true, children: [{ days: 100 }] }] });
    for (const { late, cards } of shown.columns) {
      expect(cards.filter((card) => card.late)).toHaveLength(late);
    }
  });

  it('is narrowed to a team or a worker', async () => {
    expect(counts(await board('tia', '?worker=sam'))).toMatchObject({ assessment: [1, 1] });
    expect(counts(await board('tia', '?worker=kim'))).toEqual({});
    expect(counts(await board('tia', '?team=south'))).toEqual({});
  });

  it('reaches as far as the reader’s role does, and names no family to those who read none', async () => {
    const other = await place.server.signedIn('social-worker', 'south', 'sal');
    expect(counts((await other.get<Board>('/api/stages')).body)).toEqual({});
    expect(counts((await other.get<Board>('/api/stages?team=north')).body)).toEqual({});
    const director = await place.server.signedIn('assistant-director', 'elsewhere', 'ada');
    const seen = (await director.get<Board>('/api/stages')).body;
    expect(counts(seen)).toMatchObject({ contact: [1, 1] });
    expect(seen.columns.flatMap((one) => one.cards)).toEqual([]);
  });

  it('goes on reading in one column', async () => {
    const all = await board('tia');
    const one = await board('tia', '?stage=assessment');
    expect(one.columns).toEqual(all.columns.filter((column) => column.id === 'assessment'));
  });
});
