import { describe, expect, test } from 'vitest';
import type { Check } from '../../../../engine/pathway/checks/index.ts';
import { checks } from '../../../../engine/pathway/checks/index.ts';
import { readPathway } from '../../../../engine/pathway/read-pathway.ts';
import { beside, descriptor, ids, sketch } from '../sketch.ts';

const run = (name: string, pathway: Parameters<typeof beside>[0]) => (checks[name] as Check)(beside(pathway));

describe('allowed-elements', () => {
  test('steps, questions, stages and waits may be drawn', async () => {
    const pathway = await sketch({
      main: '(start) -> ask -> <way> => |both| -> write -> |met| -> (done)\n<way> -> |met|',
    });
    expect(run('allowed-elements', pathway)).toEqual([]);
  });

  test('each thing that may not is named, with what to draw instead', async () => {
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="main">
      <inclusiveGateway id="any" name="Which of these?"/><scriptTask id="run" name="Run it"/>
      <userTask id="each"><multiInstanceLoopCharacteristics/></userTask></process></definitions>`;
    const { pathway } = await readPathway(xml, descriptor);
    expect(run('allowed-elements', pathway).map(({ message }) => message)).toEqual([
      "“Which of these?” can't be run (InclusiveGateway). Ask a question with one answer, or do things side by side.",
      "“Run it” can't be run (ScriptTask). A pathway holds no program: draw what a person does.",
      "each can't be run (UserTask, repeated by itself). Leave out the repetition: each child is on a track of their own.",
    ]);
  });
});

describe('one-main-process', () => {
  test('a further process is a strand or is called', async () => {
    const pathway = await sketch({
      main: '(start) -> {enquiry=enquire} -> (done)',
      enquire: '(asked) -> look -> (answered)',
      worry: '(heard "new worry") -> consider -> (considered)',
    });
    expect(run('one-main-process', pathway)).toEqual([]);
  });

  test('a process that nothing starts is found', async () => {
    const pathway = await sketch({ main: '(start) -> write -> (done)', other: '(begin) -> read -> (end)' });
    expect(ids(run('one-main-process', pathway))).toEqual(['other']);
  });

  test('a drawing of strands alone begins no case', async () => {
    const pathway = await sketch({ worry: '(heard "new worry") -> consider -> (considered)' });
    expect(run('one-main-process', pathway)).toHaveLength(1);
  });
});

describe('one-start', () => {
  test('a process begins in one place', async () => {
    const pathway = await sketch({
      main: '(start) -> [work] -> (done)\nwork^@stop "stop" -> (done)',
      work: '(in) -> write -> (out)',
    });
    expect(run('one-start', pathway)).toEqual([]);
  });

  test('a second start, a missing one, and a step that nothing leads to are found', async () => {
    const twice = await sketch({ main: '(start) -> write -> (done)\n(other) -> write' });
    expect(ids(run('one-start', twice))).toEqual(['main']);
    const loose = await sketch({ main: '(start) -> write -> (done)\nread -> (done)' });
    expect(ids(run('one-start', loose))).toEqual(['read']);
    const none = await sketch({ main: 'write -> (done)' });
    expect(ids(run('one-start', none))).toEqual(['main', 'write']);
  });
});

describe('every-path-ends', () => {
  test('a loop with a way out ends', async () => {
    const pathway = await sketch({
      main: '(start) -> write -> <again>\n<again> -[more = true]-> write\n<again> => (done)',
    });
    expect(run('every-path-ends', pathway)).toEqual([]);
  });

  test('a step after which nothing comes, and a loop without a way out, are found', async () => {
    const stuck = await sketch({ main: '(start) -> <way> => (done)\n<way> -[a = 1]-> write' });
    expect(ids(run('every-path-ends', stuck))).toEqual(['write']);
    const round = await sketch({
      main: '(start) -> <way> => (done)\n<way> -[a = 1]-> write -> read -> write',
    });
    expect(ids(run('every-path-ends', round))).toEqual(['write', 'read']);
  });
});

describe('flow-stays-in-stage', () => {
  test('a stage leads on from itself', async () => {
    const pathway = await sketch({ main: '(start) -> [work] -> (done)', work: '(in) -> write -> (out)' });
    expect(run('flow-stays-in-stage', pathway)).toEqual([]);
  });

  test('a line out of the middle of a stage is found', async () => {
    const pathway = await sketch({ main: '(start) -> [work] -> (done)', work: '(in) -> write -> (out)' });
    pathway.processes[1]?.flows.push({ id: 'out', from: 'write', to: 'done', name: '', isDefault: false });
    expect(ids(run('flow-stays-in-stage', pathway))).toEqual(['out']);
  });
});

describe('calls-lead-somewhere', () => {
  test('a called process may be called from two places', async () => {
    const pathway = await sketch({
      main: '(start) -> {one=enquire} -> {two=enquire} -> (done)',
      enquire: '(asked) -> look -> (answered)',
    });
    expect(run('calls-lead-somewhere', pathway)).toEqual([]);
  });

  test('a call to nothing, to a strand and to itself are found', async () => {
    const nothing = await sketch({ main: '(start) -> {one=gone} -> (done)' });
    expect(run('calls-lead-somewhere', nothing)[0]?.message).toMatch(/“gone”, which is not drawn/);
    const strand = await sketch({
      main: '(start) -> {one=worry} -> (done)',
      worry: '(heard "worry") -> look -> (seen)',
    });
    expect(run('calls-lead-somewhere', strand)[0]?.message).toMatch(/which a message starts/);
    const itself = await sketch({
      main: '(start) -> {one=round} -> (done)',
      round: '(in) -> [inner] -> (out)',
      inner: '(first) -> {again=round} -> (last)',
    });
    expect(ids(run('calls-lead-somewhere', itself))).toEqual(['again']);
  });
});

describe('wait-is-cut-short', () => {
  test('a wait for a clock or a message', async () => {
    const pathway = await sketch({
      main: '(start) -> <?either>\n<?either> -> @told "told" -> (done)\n<?either> -> ~late "ten" -> (done)',
    });
    expect(run('wait-is-cut-short', pathway)).toEqual([]);
  });

  test('a wait that leads to a step, or for one thing only, is found', async () => {
    const step = await sketch({
      main: '(start) -> <?either>\n<?either> -> @told "told" -> (done)\n<?either> -> write -> (done)',
    });
    expect(run('wait-is-cut-short', step)[0]?.message).toMatch(/leads to “write”/);
    const one = await sketch({ main: '(start) -> <?either> -> @told "told" -> (done)' });
    expect(run('wait-is-cut-short', one)[0]?.message).toMatch(/one thing only/);
  });
});

describe('branch-is-stage', () => {
  test('plain rows of steps and stages stand side by side', async () => {
    const pathway = await sketch({
      main: '(start) -> |fork| -> write -> sign -> |join| -> (done)\n|fork| -> [visits] -> |join|',
      visits: '(in) -> visit -> <again>\n<again> -[more = true]-> visit\n<again> => (out)',
    });
    expect(run('branch-is-stage', pathway)).toEqual([]);
  });

  test('a branch with a question in it is found, also where the whole lies in a loop', async () => {
    const pathway = await sketch({
      main: `(start) -> <merge> -> |fork| -> write -> <returned>
             <returned> -[back = true]-> write
             <returned> => |join| -> <more>
             |fork| -> book -> |join|
             <more> -[adjourned = true]-> <merge>
             <more> => (done)`,
    });
    expect(ids(run('branch-is-stage', pathway))).toEqual(['write']);
  });
});

describe('stage-is-small', () => {
  const row = (count: number): string => Array.from({ length: count }, (_, i) => `step-${i}`).join(' -> ');

  test('twelve things may stand in a stage, and any number of stages in the main process', async () => {
    const pathway = await sketch({
      main: `(start) -> [work] -> ${row(13)} -> (done)`,
      work: `(in) -> ${row(12).replaceAll('step', 'inner')} -> (out)`,
    });
    expect(run('stage-is-small', pathway)).toEqual([]);
  });

  test('a thirteenth is found', async () => {
    const pathway = await sketch({
      main: '(start) -> [work] -> (done)',
      work: `(in) -> ${row(13)} -> (out)`,
    });
    expect(run('stage-is-small', pathway)).toMatchObject([{ element: 'work', level: 'warning' }]);
  });
});

describe('flows-do-not-cross', () => {
  const crossing = async (second: [number, number][]) => {
    const pathway = await sketch({ main: '(start) -> write -> (done)' });
    const [one, other] = pathway.processes[0]?.flows ?? [];
    if (one) one.way = [point([0, 0]), point([10, 0])];
    if (other) other.way = second.map(point);
    return run('flows-do-not-cross', pathway);
  };
  const point = ([x, y]: [number, number]) => ({ x, y });

  test('lines that meet at an end, or run along each other, do not cross', async () => {
    expect(
      await crossing([
        [10, 0],
        [10, 5],
      ]),
    ).toEqual([]);
    expect(
      await crossing([
        [5, 0],
        [5, 5],
      ]),
    ).toEqual([]);
    expect(
      await crossing([
        [2, 0],
        [20, 0],
      ]),
    ).toEqual([]);
  });

  test('lines that cross are found, also round a corner', async () => {
    expect(
      await crossing([
        [5, -5],
        [5, 5],
      ]),
    ).toHaveLength(1);
    expect(
      await crossing([
        [-5, -5],
        [5, -5],
        [5, 5],
      ]),
    ).toHaveLength(1);
  });
});
