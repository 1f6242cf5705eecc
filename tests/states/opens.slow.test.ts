import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeTask } from '#engine';
import type { Case, Outcome, Task, Version } from '#engine';
import { answersFor } from '../../server/demo/answers-for.ts';
import { chanceFor, makeFamily } from '../../server/demo/index.ts';
import type { MadeChild } from '../../server/demo/made.ts';
import { loadVersion } from '../../server/pathways/index.ts';
import { frozenCases, opensAt } from './frozen.ts';
import { against, moveOn } from './moves-on.ts';
import type { Frozen } from './frozen.ts';

const processes = join(import.meta.dirname, '../../processes');
const loaded = new Map<string, Promise<Version>>();

function versionOf({ folder }: Frozen): Promise<Version> {
  const known =
    loaded.get(folder) ??
    loadVersion(processes, join(processes, 'child-protection', folder)).then(({ version }) => version);
  loaded.set(folder, known);
  return known;
}

describe.each(frozenCases())('a case stored as %s', (_, frozen) => {
  test('still opens: on tables made anew each child waits for what it waited for', async () => {
    const { tables } = await versionOf(frozen);
    expect(opensAt(tables, frozen.case)).toEqual(frozen.open);
  });

  test('still goes on: each of its open tasks can be completed', async () => {
    const version = await versionOf(frozen);
    for (const task of frozen.case.tasks) {
      const outcome = completed(version, frozen.case, task);
      expect(outcome, task.step).toMatchObject({ kind: 'done', record: { task: task.id } });
    }
  });
});

test('cases of an earlier version move to the one that new cases start on, and have something open there', async () => {
  const earlier = frozenCases()
    .map(([, one]) => one)
    .filter(({ folder }) => folder === '1-before');
  const [first] = earlier;
  if (!first) throw new Error('no case of an earlier version is frozen');
  const [from, to] = [await versionOf(first), await versionOf({ ...first, folder: '2-redesigned' })];
  const { plan, outcomes } = moveOn(
    from,
    to,
    earlier.map((one) => one.case),
  );
  expect(against(plan, from, to)).toEqual([]);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ kind: 'done', case: { version: to.id } });
    expect(outcome.kind === 'done' && outcome.case.tasks.length).toBeGreaterThan(0);
  }
});

/** Completed by somebody who wrote nothing of it, who gives a reason where one is asked for. */
function completed(version: Version, kase: Case, task: Task): Outcome {
  const at = '2026-08-31T16:00:00.000Z';
  const chance = chanceFor(1, task.id);
  const made = makeFamily(chance, kase.id, '2026-01-05', kase.children.length);
  const children = kase.children.map(({ id }, at) => ({ ...(made.children[at] as MadeChild), id }));
  const family = { ...made, children };
  const plan = { family, referred: at, steer: {} };
  const walker = { version, chance, until: at, staffFor: () => 'somebody' };
  const answers = answersFor(walker, plan, { kase, task, at, asked: new Map() });
  const reasons = Object.fromEntries(
    (version.forms[task.form]?.rules ?? []).map(({ id }) => [id, 'Agreed with my manager.']),
  );
  const act = { by: 'somebody-else', now: at, commandId: 'goes-on' };
  return completeTask(version, kase, { ...act, task: task.id, answers: { ...answers, reasons } });
}

test('a place that the tables have not got is no open case, but an error that names it', async () => {
  const [, frozen] = frozenCases()[0] ?? [];
  if (!frozen) throw new Error('no case is frozen');
  const { tables } = await versionOf(frozen);
  const [first, ...others] = frozen.case.tracks;
  if (!first?.track) throw new Error('the first track is not open');
  const lost = { ...first, track: { ...first.track, place: 'nowhere' } };
  expect(() => opensAt(tables, { ...frozen.case, tracks: [lost, ...others] })).toThrow(/nowhere/);
});
