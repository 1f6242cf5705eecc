import { describe, expect, test } from 'vitest';
import type { Table } from '../../../engine/contracts/index.ts';
import { compile, soundness } from '../../../engine/execution/index.ts';
import { equivalence } from '../../prove/equivalence.ts';
import { chanceDrawing } from '../../prove/chance-drawing.ts';
import { seeded } from '../../prove/random.ts';
import { drawing } from '../../support/drawing.ts';

const writing = `(w) -> write -> authorise -> <returned>
                 <returned> -[authorisation = "return"]-> write
                 <returned> => (written)`;

const drawings: Record<string, Record<string, string>> = {
  'questions, a loop and a called stage': {
    main: `(start) -> screen -> <outcome>
           <outcome> -[way = "help"]-> help -> (helped)
           <outcome> -[way in ("assess", "look")]-> {assess=writing} -> <after>
           <outcome> => (closed)
           <after> -[way = "look"]-> screen
           <after> -[not(planned)]-> {again=writing} -> (twice)
           <after> => (assessed)`,
    writing,
  },
  'a join with a call in one branch and a question in another': {
    main: `(start) -> <in> -> |fork| -> [book] -> |join| -> meet -> <adjourned>
           |fork| -> {report=writing} -> |join|
           <adjourned> -[adjourned = true]-> <in>
           <adjourned> => (held)`,
    book: '(b) -> ask -> <came>\n<came> -[came = "no"]-> ask-again -> (late)\n<came> => (booked)',
    writing,
  },
  'endless work beside a branch that decides, and a wait cut short': {
    main: `(start) -> [plan] -> close -> (done)
           plan^@ends "plan ends" -> close`,
    plan: `(p) -> |both| -> write-plan -> (planned)
           |both| -> [visits] -> (stopped)
           |both| -> [reviews] -> <goes-on>
           <goes-on> -[review = "continue"]-> [reviews]
           <goes-on> => (!over)`,
    visits: '(v) -> visit -> <more>\n<more> -[visits = "no"]-> (v-end)\n<more> => visit',
    reviews: `(r) -> <?first> -> ~prepare -> |go| -> {report=writing} -> |ready| -> hold -> (r-end)
              <?first> -> @sooner "bring the review forward" -> hold-early -> (early)
              |go| -> book -> |ready|`,
    writing,
  },
  'borders: a message on a stage that holds a call, a clock on a step, and a way back in': {
    main: `(start) -> [assess] -> sign -> (done)
           assess^@harm "harm found" -> enquire -> [assess]
           assess^~lapse "forty-five days" -> explain -> sign
           sign^~late "late" -> chase -> (late-end)`,
    assess: '(a) -> |f| -> {inner=writing} -> |j| -> (a-end)\n|f| -> see -> |j|',
    writing,
  },
  'strands started by a message, with calls shared by all': {
    main: '(start) -> {one=writing} -> {two=enquire} -> (done)',
    worry:
      '(came "new worry") -> consider -> <q>\n<q> -[worry = "act"]-> {act=enquire} -> (acted)\n<q> => (noted)',
    enquire: '(e) -> |f| -> {inside=writing} -> |j| -> (e-end)\n|f| -> talk -> |j|',
    writing,
  },
};

describe('the tables say what the engine does, step by step', () => {
  test.each(Object.entries(drawings))('%s', async (_, processes) => {
    const proved = await equivalence({ xml: drawing(processes), walks: 20, stepsPerWalk: 30, seed: 7 });
    expect(proved.disagreements).toEqual([]);
    expect(proved).toMatchObject({ walks: 20 });
    expect(proved.steps).toBeGreaterThan(50);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a drawing made by chance (%i), which is sound', async (seed) => {
    const xml = drawing(chanceDrawing(seeded(seed), 1));
    const tables = await compile(xml);
    expect(soundness(tables)).toEqual([]);
    const proved = await equivalence({ xml, tables, walks: 5, stepsPerWalk: 25, seed });
    expect(proved.disagreements).toEqual([]);
  });

  test('and a table that says otherwise is found out', async () => {
    const xml = drawing({ main: `(start) -> a -> b -> (done)` });
    const tables = await compile(xml);
    const main = tables.tables.main as Table;
    for (const place of Object.values(main.places)) delete place.next['complete:a'];
    const [key = ''] = Object.keys(main.places);
    const first = main.places[key];
    if (first) first.next['complete:a'] = { to: null, reached: ['done'] };
    const proved = await equivalence({ xml, tables, walks: 1, stepsPerWalk: 3, seed: 1 });
    expect(proved.disagreements).toEqual([
      {
        process: 'main',
        given: ['a'],
        tables: { open: null, ends: ['done'] },
        engine: { open: ['b'], ends: [] },
      },
    ]);
  });

  test('the same seed walks the same way', async () => {
    const xml = drawing(drawings['strands started by a message, with calls shared by all'] ?? {});
    const prove = () => equivalence({ xml, walks: 6, stepsPerWalk: 10, seed: 3 });
    expect(await prove()).toEqual(await prove());
  });
});
