import { completeTask, openCase } from '#engine';
import type { Moment, Timescale, Version } from '#engine';
import { commitOf } from '../../server/cases/index.ts';
import type { Host, Versions } from '../../server/host.ts';
import { done, smallVersion } from '../support/small-version.ts';

/** How long a family waits after it was asked. */
export type Wait = Pick<Timescale, 'length' | 'unit'>;

/**
 * A small pathway with a clock on its border: somebody asks, and while somebody writes, the clock runs. When its day
 * comes the writing ends and somebody calls.
 */
export async function waitingVersion(wait: Wait): Promise<Version> {
  const version = await smallVersion({
    drawing: { main: '(start) -> ask -> write -> (written)\nwrite^~waited "wait" -> call -> (called)' },
    forms: { write: [{ id: 'said', required: false }] },
    facts: { ask: [{ fact: 'asked', on: 'completed' }] },
    timescales: [{ id: 'wait', name: 'Wait', from: 'asked', until: ['gone'], ...wait }],
  });
  for (const element of version.pathway.processes.flatMap(({ elements }) => elements)) {
    if (element.kind === 'step') element.role = 'social-worker';
  }
  return version;
}

/** A server's versions where there is only this one. */
export function onlyVersion(version: Version): Versions {
  const it = async (): Promise<Version> => version;
  return {
    ...{ current: it, get: it, texts: async () => undefined, compiled: () => 1 },
    compiled: () => 1,
    list: async () => [{ id: version.id, name: version.name, current: true }],
    publish: () => Promise.reject(new Error('nothing is published here')),
  };
}

/** A family of one child in which somebody has asked, now: its clock runs. `due` puts the clock's moment elsewhere. */
export async function storeWaiting(
  host: Host,
  version: Version,
  family: { id: string; team?: string; worker?: string; due?: Moment },
): Promise<{ wakeUp: Moment | undefined }> {
  const { id, team, worker, due } = family;
  const at = host.clock.now();
  const act = (commandId: string) => ({ by: worker ?? 'sam', now: at, commandId: `${id}-${commandId}` });
  const opened = done(
    openCase(version, { id, name: 'Waiting', children: [{ id: `${id}-c1` }] }, act('open')),
  );
  const task = opened.case.tasks[0]?.id ?? '';
  const given = { task, answers: { answers: {}, perChild: {} } };
  const asked = done(completeTask(version, { ...opened.case, revision: 1 }, { ...act('ask'), ...given }));
  if (due) {
    for (const track of asked.case.tracks)
      for (const path of Object.keys(track.timers)) track.timers[path] = due;
    asked.case.wakeUp = due;
  }
  const held = { name: 'Waiting', people: [], ...(team ? { team } : {}), ...(worker ? { worker } : {}) };
  let before = opened.case;
  for (const [at, change] of [opened, asked].entries()) {
    const made = await commitOf(host, version, before, change, held, act(['open', 'ask'][at] ?? ''));
    if (made.kind === 'refused') throw new Error(made.message);
    const stored = await host.store.commit({ ...made.commit, expecting: at, reply: null });
    if (!stored.ok) throw new Error(`a family was not stored: ${stored.reason}`);
    before = { ...change.case, revision: at + 1 };
  }
  return { wakeUp: asked.case.wakeUp };
}
