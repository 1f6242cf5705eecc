import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../engine/contracts/index.ts';
import { compile, soundness } from '../../../engine/execution/index.ts';
import { explore } from '../../../engine/execution/explore.ts';
import { readDrawn } from '../../../engine/execution/drawn.ts';
import { cutSheets } from '../../../engine/execution/sheets.ts';
import { readPathway } from '../../../engine/pathway/read-pathway.ts';
import { drawing } from '../../support/drawing.ts';

const descriptor = {
  name: 'pathway',
  uri: 'https://throughline.example/pathway',
  prefix: 'pathway',
  types: [],
};

async function check(processes: Record<string, string>): Promise<Finding[]> {
  const xml = drawing(processes);
  const { pathway } = await readPathway(xml, descriptor);
  return soundness(await compile(xml), pathway);
}

const said = async (processes: Record<string, string>): Promise<string[]> =>
  (await check(processes)).map(({ check: name, element }) => `${name} ${element}`);

describe('a sound drawing', () => {
  test('has no findings: a loop, a join, a stage with its border, a strand, a call', async () => {
    expect(
      await check({
        main: `(start) -> <in> -> |fork| -> book -> |join| -> meet -> <again>
               |fork| -> {report=writing} -> |join|
               <again> -[more = "yes"]-> <in>
               <again> => [plan] -> (done)
               plan^@ends "plan ends" -> (ended)`,
        plan: `(p) -> |both| -> [visits] -> (never)
               |both| -> review -> <goes-on>
               <goes-on> -[on = "no"]-> (!over)
               <goes-on> => review`,
        visits: '(v) -> |v-in| -> visit -> <more>\n<more> -[visits = "no"]-> (stop)\n<more> => visit',
        writing: '(w) -> write -> (written)',
        birth: '(born "child born") -> record -> (recorded)',
      }),
    ).toEqual([]);
  });

  test('may hold endless work, if what stands around it ends without waiting for it', async () => {
    const around = (end: string) => ({
      main: `(start) -> [plan] -> (done)`,
      plan: `(p) -> |both| -> [visits] -> after -> (never)
             |both| -> review -> ${end}`,
      visits: '(v) -> visit -> visit',
    });
    expect(await said(around('(!over)'))).toEqual([]);
    expect(await said(around('(over)'))).toContain('every-place-ends visits');
  });
});

describe('an unsound drawing', () => {
  test('comes to a stop with nothing open when one branch of a join is not always taken', async () => {
    const found = await check({
      main: `(start) -> |fork| -> a -> |join| -> (done)
             |fork| -> b -> <q>
             <q> -[ok = "yes"]-> |join|
             <q> => (elsewhere)`,
    });
    expect(found.find((one) => one.check === 'nothing-open')).toMatchObject({
      level: 'error',
      element: 'main',
      message: expect.stringContaining('can come to a stop in “main” with nothing open'),
    });
  });

  test('never ends once a step is open from which no way leads to an end', async () => {
    const found = await check({ main: '(start) -> a -> <q>\n<q> -[x = 1]-> (done)\n<q> => b -> c -> b' });
    expect(found).toEqual([
      {
        check: 'every-place-ends',
        level: 'error',
        element: 'b',
        message: 'Once “b” is open, “main” can never end. Draw a way from there to an end.',
      },
    ]);
  });

  test('holds a step that no case comes to, whatever is answered', async () => {
    const found = await said({
      main: `(start) -> <q>
             <q> -[way = "a"]-> <r>
             <q> => (done)
             <r> -[way = "b"]-> lost -> (end-b)
             <r> => a -> (end-a)`,
    });
    expect(found).toEqual(['never-reached lost', 'never-reached end-b', 'way-never-taken r--lost']);
  });

  test('lets a second token wait unseen before a step that is still open', async () => {
    const found = await said({
      main: '(start) -> |fork| -> a -> shared -> (done)\n|fork| -> b -> shared',
    });
    expect(found).toEqual(['one-token shared']);
  });

  test('lets tokens pile up in a loop without being searched for ever', async () => {
    const found = await said({
      main: '(start) -> |merge| -> visit -> |fork| -> visit\n|fork| -> note -> <q>\n<q> -[x = 1]-> (done)\n<q> => note',
    });
    expect(found).toContain('one-token note');
  });

  test('shows the same open steps in two places that go on differently', async () => {
    const found = await said({
      main: `(start) -> |fork| -> a -> |join| -> after -> (done)
             |fork| -> b -> <q>
             <q> -[x = 1]-> |join|
             <q> => (!stop)
             a^@skip "skip" -> (skipped)`,
    });
    expect(found).toContain('open-steps-tell-the-place b');
  });

  test('stops the engine when a question has no answer that leads on', async () => {
    const found = await check({ main: '(start) -> a -> <q>\n<q> -[x = 1]-> (one)\n<q> -[x = 2]-> (two)' });
    expect(found).toMatchObject([{ check: 'way-on', element: 'q', level: 'error' }]);
  });

  test('goes round without waiting for anybody', async () => {
    const found = await check({ main: '(start) -> a -> <q>\n<q> -[x = 1]-> |again| -> <q>\n<q> => (done)' });
    expect(found).toMatchObject([{ check: 'engine-runs', message: expect.stringContaining('goes round') }]);
  });
});

test('a search that finds more places than it may hold says so and stops', async () => {
  const branches = ['a', 'b', 'c', 'd', 'e'].map((id) => `|fork| -> ${id} -> |join|`);
  const xml = drawing({ main: ['(start) -> |fork|', ...branches, '|join| -> (done)'].join('\n') });
  const [sheet] = cutSheets(await readDrawn(xml, {}));
  if (!sheet) throw new Error('nothing drawn');
  expect(Object.keys(explore(sheet).places)).toHaveLength(31);
  const stopped = explore(sheet, 10);
  expect(Object.keys(stopped.places)).toHaveLength(10);
  expect(stopped.findings).toMatchObject([{ check: 'places-are-few', level: 'error', element: 'main' }]);
});
