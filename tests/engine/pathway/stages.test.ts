import { describe, expect, test } from 'vitest';
import { stageOf, stagesInOrder } from '../../../engine/pathway/stages.ts';
import { sketch } from './sketch.ts';

const pathway = () =>
  sketch(
    {
      main: '(start) -> [first] -> write -> {second=enquire} -> (done)',
      first: '(in) -> [inner] -> (out)',
      inner: '(begin) -> look -> (end)',
      enquire: '(asked) -> ask -> (answered)',
      worry: '(heard "new worry") -> {harm=enquire} -> (considered)',
    },
    { first: { name: 'First things' }, worry: { name: '' } },
  );

describe('the stages', () => {
  test('stand in the order in which they are drawn from left to right, then from top to bottom', async () => {
    const drawn = await sketch({ main: '(start) -> [a] -> [b] -> [c] -> (done)', a: '', b: '', c: '' });
    const at = { a: [900, 0], b: [100, 300], c: [100, 0] } as Record<string, [number, number]>;
    for (const element of drawn.processes[0]?.elements ?? []) {
      const [x, y] = at[element.id] ?? [0, 0];
      element.at = { x, y, width: 100, height: 80 };
    }
    expect(stagesInOrder(drawn).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('drawn twice under one name are one, where the last of them stands', async () => {
    const drawn = await sketch(
      { main: '(start) -> {close=closing} -> [b] -> {close-again=closing} -> (done)', b: '', closing: '' },
      { close: { name: 'Closure' }, 'close-again': { name: 'Closure' } },
    );
    expect(stagesInOrder(drawn).map(({ id }) => id)).toEqual(['b', 'close']);
    expect(stageOf(drawn, 'close-again/end-it')).toEqual({ id: 'close', name: 'Closure', strand: false });
  });

  test('stand in the order of the text where nothing is drawn', async () => {
    expect(stagesInOrder(await pathway()).map(({ id }) => id)).toEqual(['first', 'second']);
  });
});

describe('an open step lies', () => {
  test('in the outermost stage that holds it', async () => {
    expect(stageOf(await pathway(), 'first/inner/look')).toEqual({
      id: 'first',
      name: 'First things',
      strand: false,
    });
    expect(stageOf(await pathway(), 'second/ask')).toEqual({ id: 'second', name: 'second', strand: false });
  });

  test('in its strand, when it is beside the main process', async () => {
    expect(stageOf(await pathway(), 'harm/ask')).toEqual({ id: 'worry', name: 'worry', strand: true });
  });

  test('in the main process itself, when it stands in no stage', async () => {
    expect(stageOf(await pathway(), 'write')).toMatchObject({ id: 'main', strand: false });
  });

  test('nowhere, when this drawing does not have it', async () => {
    expect(stageOf(await pathway(), 'gone/look')).toBeNull();
  });
});
