import type { Flow, Version } from '../../contracts/index.ts';
import { conditionInWords } from '../condition-in-words.ts';
import { changeOf, titled } from './both.ts';
import { branchName, branchPairs } from './branches.ts';
import type { Kind } from './change.ts';

/** When a branch of a question is taken, in words. */
export const branch: Kind = (both) =>
  branchPairs(both).flatMap(({ question, before, after }) => {
    if (spaced(before.condition) === spaced(after.condition)) return [];
    const [from, to] = [says(both.before, before), says(both.after, after)];
    const name = `The ${branchName(after)} of ${titled(question)}`;
    const sentence =
      from === to
        ? `${name} is now worked out in another way: it is taken ${to}.`
        : `${name} is now taken ${to} (before: ${from}).`;
    return [changeOf(both, 'branch', question.id, sentence)];
  });

function says(version: Version, { condition }: Flow): string {
  return condition === undefined ? 'when nothing else fits' : `when ${conditionInWords(condition, version)}`;
}

/** Spaces outside of quotes mean nothing. */
const spaced = (condition: string | undefined): string | undefined =>
  condition?.replace(/"[^"]*"|\s+/g, (part) => (part.startsWith('"') ? part : ' ')).trim();
