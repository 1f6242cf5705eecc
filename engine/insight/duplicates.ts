import type { Version } from '../contracts/index.ts';
import { askedTwice } from './asked-twice.ts';
import { askedIn, looksSame, withMarks } from './likeness/index.ts';
import type { Likeness } from './likeness/index.ts';
import { matrixOf } from './matrix.ts';
import { repeatingSteps } from './repeating-steps.ts';
import type { DuplicateMark, Duplicates, PathTotals, Ways } from './shapes.ts';
import { drawnWay, totalsOf, usualWay } from './walks/index.ts';
import type { Stepping, Typical, Walk } from './walks/index.ts';

/** What duplicates are found with; all of it but the stepping is data of the pathway or of the group. */
export interface DuplicateFinding {
  likeness: Likeness;
  typical: Typical;
  stepping: Stepping;
  marks?: Record<string, DuplicateMark>;
}

/** The three ways through a version that are counted. */
export function waysThrough(
  version: Version,
  { typical, stepping }: Pick<DuplicateFinding, 'typical' | 'stepping'>,
): Ways<Walk> {
  return {
    shortest: drawnWay(version, 'shortest'),
    usual: usualWay(version, typical, stepping),
    longest: drawnWay(version, 'longest'),
  };
}

/** What one child's way asks, on the shortest, the usual and the longest way. */
export function pathTotals(
  version: Version,
  finding: Pick<DuplicateFinding, 'typical' | 'stepping'>,
): Ways<PathTotals> {
  const ways = waysThrough(version, finding);
  return {
    shortest: totalsOf(version, ways.shortest),
    usual: totalsOf(version, ways.usual),
    longest: totalsOf(version, ways.longest),
  };
}

/** What a version asks, does and signs more than once: evidence with its reasons; nothing is merged by itself. */
export function duplicatesOf(version: Version, finding: DuplicateFinding): Duplicates {
  const { likeness, marks = {} } = finding;
  const ways = waysThrough(version, finding);
  return {
    ...{ version: version.id, name: version.name },
    totals: {
      shortest: totalsOf(version, ways.shortest),
      usual: totalsOf(version, ways.usual),
      longest: totalsOf(version, ways.longest),
    },
    askedTwice: askedTwice(version, ways),
    looksSame: withMarks(looksSame(askedIn(version.forms), version.dictionary, likeness), marks),
    threshold: likeness.threshold,
    steps: repeatingSteps(version),
    matrix: matrixOf(version),
  };
}
