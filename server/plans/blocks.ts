import type { Block, Version } from '#engine';
import type { Row } from '../withholding/index.ts';

/** Which blocks of the practice model make up a plan, by what they are to it. */
export const planBlocks = {
  actions: 'nextSteps',
  rules: 'safetyRules',
  tests: 'planTests',
  steps: 'trajectory',
  network: 'networkMembers',
  mustBe: 'bottomLines',
} as const;

/** What is changed on the plan's own page; the others are read there. */
export const changedHere: readonly string[] = [
  planBlocks.actions,
  planBlocks.rules,
  planBlocks.tests,
  planBlocks.steps,
  planBlocks.network,
];

/** How far an action is, when nobody has to do it any more; and where the reason must be said. */
export const settledAs: readonly unknown[] = ['done', 'not-done', 'dropped'];
export const needsWhy: readonly unknown[] = ['not-done', 'dropped'];

/** The block of a version, when its practice model has one of this name. */
export function blockOf(version: Version, id: string): Block | undefined {
  return version.blocks.find((one) => one.id === id);
}

/** A cell that holds words. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

/** A code of a block's column in words. */
export function codeSays(
  version: Version,
  block: string,
  column: string,
  value: unknown,
): string | undefined {
  const asked = blockOf(version, block)?.columns.find((one) => one.id === column);
  const list = version.dictionary.codeLists.find((one) => one.id === asked?.codes)?.codes ?? asked?.options;
  return list?.find((one) => one.value === value)?.label;
}
