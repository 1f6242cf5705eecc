import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Branch, Question, Table } from '../../../engine/contracts/index.ts';
import { compile, engineVersion, size } from '../../../engine/execution/index.ts';
import { drawing } from '../../support/drawing.ts';

const decided = drawing({
  main: `(start) -> screen -> <outcome>
         <outcome> -[way = "help"]-> help -> (helped)
         <outcome> -[way = "assess"]-> {assess=assessment} -> |fork| -> a -> |join| -> (assessed)
         |fork| -> b -> |join|
         <outcome> => (closed)`,
  assessment: '(begin) -> write -> (written)',
});

/** Every row of a tree of questions: the answers given and what is open then, null when the process ended. */
function rows(table: Table, branch: Branch, answers: string[] = []): [string, string[] | null][] {
  if ('question' in branch) {
    const { condition } = branch.question;
    return [
      ...rows(table, branch.yes, [...answers, condition]),
      ...rows(table, branch.no, [...answers, `not ${condition}`]),
    ];
  }
  const open = branch.to === null ? null : (table.places[branch.to]?.open.map(({ id }) => id) ?? []);
  return [[answers.join(', '), open]];
}

const tableOf = async (processes: Record<string, string>, process = 'main'): Promise<Table> => {
  const { tables } = await compile(drawing(processes));
  return tables[process] as Table;
};

const onlyPlace = ({ places }: Table) => Object.values(places)[0];

describe('compiling a drawing', () => {
  test('makes a table of places per process and stage, each standing alone', async () => {
    const { tables } = await compile(decided);
    expect(Object.keys(tables)).toEqual(['main', 'assessment']);
    const open = Object.values(tables.main?.places ?? {}).map((place) => place.open.map(({ id }) => id));
    expect(open).toEqual([['screen'], ['help'], ['assess'], ['a', 'b'], ['b'], ['a']]);
    expect(size({ engine: '', tables }).processes).toEqual([
      { process: 'main', places: 6, transitions: 9 },
      { process: 'assessment', places: 1, transitions: 1 },
    ]);
  });

  test('says by which input and answers one place leads to the next', async () => {
    const { tables } = await compile(decided);
    const main = tables.main as Table;
    expect(rows(main, onlyPlace(main)?.next['complete:screen'] as Branch)).toEqual([
      ['way = "help"', ['help']],
      ['not way = "help", way = "assess"', ['assess']],
      ['not way = "help", not way = "assess"', null],
    ]);
  });

  test('gives the same tables every time', async () => {
    expect(await compile(decided)).toEqual(await compile(decided));
  });

  test('names a place by what can still act in it, however a case came there', async () => {
    const { places } = await tableOf({
      main: `(start) -> |fork| -> a -> |join| -> last -> (done)
             |fork| -> b -> |join|`,
    });
    const opening = (...ids: string[]) =>
      Object.values(places).find(({ open }) => open.map(({ id }) => id).join() === ids.join());
    expect(opening('a')?.next['complete:a']).toEqual(opening('b')?.next['complete:b']);
    expect(Object.keys(places)).toHaveLength(4);
  });

  test('keeps a stage under its own name, wherever else the drawing changes', async () => {
    const stage = { stage: '(begin) -> one -> |f| -> two -> |j| -> (end)\n|f| -> three -> |j|' };
    const before = await tableOf({ ...stage, main: '(start) -> [stage] -> (done)' }, 'stage');
    const after = await tableOf({ ...stage, main: '(start) -> first -> [stage] -> last -> (done)' }, 'stage');
    expect(after).toEqual(before);
  });

  test('does not compile again what it knows already', async () => {
    const known = new Map<string, Table>();
    const before = await compile(decided, {}, known);
    const changed = await compile(
      decided.replace('id="write"', 'id="note"').replaceAll('"write"', '"note"'),
      {},
      known,
    );
    expect(changed.tables.main).toBe(before.tables.main);
    expect(changed.tables.assessment).not.toEqual(before.tables.assessment);
    expect(known.size).toBe(3);
  });

  test('tells timers and messages apart and says what they wait for', async () => {
    const table = await tableOf({
      main: `(start) -> protect -> (done)
             protect^~lapse "police-protection" -> (lapsed)
             protect^@end "plan ends" -> (ended)`,
    });
    expect(onlyPlace(table)?.open).toEqual([
      { id: 'protect', kind: 'step' },
      { id: 'lapse', kind: 'timer', timescale: 'police-protection', attachedTo: 'protect' },
      { id: 'end', kind: 'message', message: 'plan ends', attachedTo: 'protect' },
    ]);
  });

  test('reads the timescale of a timer through the moddle descriptor too', async () => {
    const descriptor = {
      name: 'pathway',
      uri: 'https://throughline.example/pathway',
      prefix: 'pathway',
      types: [
        {
          name: 'Node',
          extends: ['bpmn:FlowNode'],
          properties: [{ name: 'timescale', isAttr: true, type: 'String' }],
        },
      ],
    };
    const xml = drawing({ main: '(start) -> ~wait "prepare-review" -> (done)' });
    const { tables } = await compile(xml, { pathway: descriptor });
    expect(onlyPlace(tables.main as Table)?.open[0]?.timescale).toBe('prepare-review');
  });

  test('records the way taken in order, out of questions and into stages and ends', async () => {
    const table = await tableOf({
      main: '(start) -> <one>\n<one> -[x = 1]-> |both| -> [stage] -> (done)\n|both| -> (also)\n<one> => (none)',
      stage: '(begin) -> step -> (end)',
    });
    const { yes, no } = table.start as Extract<Branch, { question: Question }>;
    expect(yes).toMatchObject({ reached: ['one', 'one--both', 'both', 'stage', 'also'] });
    expect(no).toEqual({ to: null, reached: ['one', 'one--none', 'none'] });
  });

  test('waits for no clock and runs no script that a drawing carries', async () => {
    const xml = drawing({ main: '(start) -> ~soon -> ask -> <q>\n<q> -[x = 1]-> (yes)\n<q> => (no)' })
      .replace(
        '<timerEventDefinition/>',
        '<timerEventDefinition><timeDuration>PT0S</timeDuration></timerEventDefinition>',
      )
      .replace('x = 1', '${environment.services.constructor.constructor("globalThis.ran = true")()}');
    const { tables } = await compile(xml);
    expect(onlyPlace(tables.main as Table)?.open).toEqual([{ id: 'soon', kind: 'timer' }]);
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('carries the version of the engine that made it, which is the one installed', () => {
    const versions = ['bpmn-engine', 'bpmn-elements'].map((name) => {
      const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
      return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
    });
    expect(engineVersion).toBe(versions.join(', '));
  });

  test('rejects a text that is no drawing', async () => {
    await expect(compile('not a drawing')).rejects.toThrow();
  });
});

describe('questions about one term', () => {
  test('are not explored in combinations that cannot be', async () => {
    const table = await tableOf({
      main: `(start) -> <first>
             <first> -[way = "a"]-> <second>
             <first> -[way = "b"]-> <second>
             <first> => <second>
             <second> -[way = "b"]-> b -> (end-b)
             <second> -[way in ("a", "c")]-> ac -> (end-ac)
             <second> => other -> (end)`,
    });
    expect(rows(table, table.start)).toEqual([
      ['way = "a"', ['ac']],
      ['not way = "a", way = "b"', ['b']],
      ['not way = "a", not way = "b", way in ("a", "c")', ['ac']],
      ['not way = "a", not way = "b", not way in ("a", "c")', ['other']],
    ]);
  });

  test('are asked again at the next input, when the answer may have changed', async () => {
    const table = await tableOf({
      main: `(start) -> ask -> <q>
             <q> -[way = "on"]-> ask
             <q> => (done)`,
    });
    expect(rows(table, onlyPlace(table)?.next['complete:ask'] as Branch)).toEqual([
      ['way = "on"', ['ask']],
      ['not way = "on"', null],
    ]);
  });
});
