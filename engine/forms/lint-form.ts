import type { Finding, Form } from '../contracts/index.ts';
import { answersAreRead } from './checks/answers-are-read.ts';
import { conditionsAreKnown } from './checks/conditions-are-known.ts';
import { easyToRead } from './checks/easy-to-read.ts';
import { factsAreRecorded } from './checks/facts-are-recorded.ts';
import { idsAreUnique } from './checks/ids-are-unique.ts';
import { namesAreKnown } from './checks/names-are-known.ts';
import { optionsAreKnown } from './checks/options-are-known.ts';
import { questionsAreDefended } from './checks/questions-are-defended.ts';
import { requiredHasAWayOut } from './checks/required-has-a-way-out.ts';
import type { Surroundings } from './checks/surroundings.ts';
import { tablesAreKnown } from './checks/tables-are-known.ts';
import { wordsArePlain } from './checks/words-are-plain.ts';

/** The checks that need no reader of expressions: what an editor can say while one types. */
const atOnce = [
  ...[idsAreUnique, questionsAreDefended, optionsAreKnown, tablesAreKnown, conditionsAreKnown],
  ...[factsAreRecorded, namesAreKnown, requiredHasAWayOut, answersAreRead, wordsArePlain, easyToRead],
];

/** Names of findings that `lintForm` gives in full: what a server said of them earlier is out of date. */
export const linted: readonly string[] = [
  ...['ids-are-unique', 'term-known', 'term-fits', 'policy-reason', 'policy-complete', 'options-known'],
  ...['table-known', 'condition-known', 'fact-known', 'fact-day', 'fact-value', 'name-known', 'way-out'],
  ...['answer-is-read', 'told-once', 'plain-words', 'easy-to-read'],
];

/** What can be said of a form at once, question by question; what its expressions read is left to the server. */
export function lintForm(form: Form, around: Surroundings): Finding[] {
  return atOnce.flatMap((check) => check(form, around)).map((finding) => ({ element: form.id, ...finding }));
}
