import type { Version } from '#engine';
import type { LivingPart } from '../store/port.ts';
import type { Row } from '../withholding/index.ts';
import { codeSays, planBlocks, textIn } from './blocks.ts';
import { plainly, rowsNow, wordsEver } from './earlier-parts.ts';

export interface SayingRules {
  version: Version;
  parts: readonly LivingPart[];
  /** a child or another person of the family */
  nameOf: (id: string) => string;
}

/** A time when it was hard: what happened, who did what, and whether the plan held. */
export interface SaidTest {
  id: string;
  date: string;
  held?: boolean;
  heldSays: string;
  whatHappened: string;
  whoDidWhat: string;
  rule: string;
}

/** A rule of the family, with the times it was tested, the latest first. */
export interface SaidRule {
  id: string;
  rule: string;
  whoDoesWhat: string;
  whenTriggered: string;
  howWeKnow: string;
  childCanTell: string;
  safetyObject: string;
  children: string[];
  tests: SaidTest[];
}

/** The rules with their tests, and the tests that name no rule of the plan. */
export function sayRules(saying: SayingRules): { rules: SaidRule[]; tests: SaidTest[] } {
  const { parts } = saying;
  const tests = rowsNow(parts, planBlocks.tests)
    .map((row) => sayTest(saying.version, row))
    .toSorted((a, b) => b.date.localeCompare(a.date));
  const rows = rowsNow(parts, planBlocks.rules);
  const named = rows.map((row) => wordsEver(parts, planBlocks.rules, row, 'rule'));
  const rules = rows.map((row, at) => ({
    ...sayRule(saying, row),
    tests: tests.filter(({ rule }) => named[at]?.has(plainly(rule)) === true),
  }));
  return { rules, tests: tests.filter(({ rule }) => !named.some((words) => words.has(plainly(rule)))) };
}

function sayRule({ nameOf }: SayingRules, row: Row): Omit<SaidRule, 'tests'> {
  const children = Array.isArray(row['childIds']) ? (row['childIds'] as string[]) : [];
  const tell = textIn(row, 'childCanTell');
  return {
    ...{ id: textIn(row, 'id'), rule: textIn(row, 'rule'), whoDoesWhat: textIn(row, 'whoDoesWhat') },
    ...{ whenTriggered: textIn(row, 'whenTriggered'), howWeKnow: textIn(row, 'howWeKnow') },
    ...{ childCanTell: tell && nameOf(tell), safetyObject: textIn(row, 'safetyObject') },
    children: children.map(nameOf),
  };
}

function sayTest(version: Version, row: Row): SaidTest {
  const held = textIn(row, 'held');
  return {
    ...{ id: textIn(row, 'id'), date: textIn(row, 'date'), rule: textIn(row, 'rule') },
    ...{ whatHappened: textIn(row, 'whatHappened'), whoDidWhat: textIn(row, 'whoDidWhat') },
    ...(held ? { held: held === 'held' } : {}),
    heldSays: codeSays(version, planBlocks.tests, 'held', held) ?? '',
  };
}
