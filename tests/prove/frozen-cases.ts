import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadVersion } from '../../server/pathways/index.ts';
import type { Version } from '#engine';
import { isDeepStrictEqual } from 'node:util';
import { frozenCases, opensAt } from '../states/frozen.ts';
import type { Frozen } from '../states/frozen.ts';
import { against, moveOn } from '../states/moves-on.ts';

export interface Opened {
  /** by version: how many frozen cases there are */
  versions: Record<string, number>;
  /** wait for what they waited for, and have tasks for it */
  same: number;
  /** of another version than the current one, and how many of them came to it with something open */
  earlier: number;
  moved: number;
  wrong: string[];
}

const pathway = join(import.meta.dirname, '../../processes/child-protection');

/** Opens every frozen case by today's program, and moves those of earlier versions to the current one. */
export async function openFrozen(): Promise<Opened> {
  const found: Opened = { versions: {}, same: 0, earlier: 0, moved: 0, wrong: [] };
  const { current } = JSON.parse(readFileSync(join(pathway, 'pathway.json'), 'utf8')) as { current: string };
  const by = Map.groupBy(frozenCases(), ([, { folder }]) => folder);
  const to = await versionIn(current);
  for (const [folder, cases] of by) {
    const version = folder === current ? to : await versionIn(folder);
    found.versions[folder] = cases.length;
    for (const [name, frozen] of cases) {
      if (isDeepStrictEqual(opensAt(version.tables, frozen.case), frozen.open)) found.same += 1;
      else found.wrong.push(`${name}: waits for something else`);
    }
    if (folder !== current) move(version, to, cases, found);
  }
  return found;
}

async function versionIn(folder: string): Promise<Version> {
  return (await loadVersion(join(pathway, '..'), join(pathway, folder))).version;
}

function move(from: Version, to: Version, cases: [string, Frozen][], found: Opened): void {
  const { plan, outcomes } = moveOn(
    from,
    to,
    cases.map(([, frozen]) => frozen.case),
  );
  found.wrong.push(...against(plan, from, to));
  for (const [at, outcome] of outcomes.entries()) {
    found.earlier += 1;
    const isThere =
      outcome.kind === 'done' && outcome.case.version === to.id && outcome.case.tasks.length > 0;
    if (isThere) found.moved += 1;
    else found.wrong.push(`${cases[at]?.[0] ?? ''}: does not move`);
  }
}
