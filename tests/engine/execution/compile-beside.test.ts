import { expect, test, vi } from 'vitest';
import type { Table } from '../../../engine/contracts/index.ts';
import { compile, compileBeside } from '../../../engine/execution/index.ts';
import { drawing } from '../../support/drawing.ts';

const xml = drawing({ main: '(start) -> a -> [stage] -> (done)', stage: '(begin) -> b -> (end)' });

test('compiling in a thread of its own gives the same tables and lets the host go on meanwhile', async () => {
  const known = new Map<string, Table>();
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  const tables = await compileBeside(xml, {}, known);
  clearInterval(turning);
  expect(tables).toEqual(await compile(xml));
  expect(turns).toBeGreaterThan(0);
  expect(known.size).toBe(2);
});

test('a text that is no drawing is rejected as compiling it here would', async () => {
  const said = await compile('<nothing/>').catch((error: Error) => error.message);
  await expect(compileBeside('<nothing/>')).rejects.toThrow(said as string);
});

test('drawings given at once, and one after them, each have their own tables', async () => {
  const other = drawing({ main: '(start) -> c -> (done)' });
  const [first, second] = await Promise.all([compileBeside(xml), compileBeside(other)]);
  expect(first).toEqual(await compile(xml));
  expect(second).toEqual(await compile(other));
  expect(await compileBeside(xml)).toEqual(first);
});

test('a drawing given just when the thread has waited long enough is compiled all the same', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const first = await compileBeside(xml);
    vi.advanceTimersByTime(60_000);
    expect(await compileBeside(xml)).toEqual(first);
  } finally {
    vi.useRealTimers();
  }
});
