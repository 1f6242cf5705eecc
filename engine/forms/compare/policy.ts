import type { Policy } from '../../contracts/index.ts';
import type { Comparison, FormWords, Pair } from './change.ts';
import { formName, listed, named, same, textChange } from './words.ts';

const policies: Record<Policy, string> = {
  ask: 'is asked afresh',
  'ask-again': 'is asked again, and shows the earlier answer once something is written',
  'show-beside': 'shows the earlier answer beside it',
  'carry-forward': 'is filled in with the earlier answer, to be confirmed',
  computed: 'is worked out by itself',
  linked: 'shows what was recorded elsewhere',
};

/** What becomes of an earlier answer: whether it is asked again, shown, carried forward or worked out. */
export const policy: Comparison = (pair) => {
  const { before, after, was, is } = pair;
  const name = named(pair);
  const flag = (what: string, old: boolean | undefined, now: boolean | undefined): string[] =>
    (old ?? false) === (now ?? false)
      ? []
      : [`At ${name}, ${what} ${now ? 'can now' : 'can no longer'} be done.`];
  return [
    ...(before.policy === after.policy
      ? []
      : [`${name} now ${policies[after.policy]} (before: it ${policies[before.policy]}).`]),
    ...textChange(`Why ${name} does so`, before.policyReason, after.policyReason),
    ...flag('adding to what is carried forward', before.add, after.add),
    ...flag('changing what is carried forward', before.edit, after.edit),
    ...(before.compute === after.compute ? [] : [`${name} is now worked out in another way.`]),
    ...links(pair, was, is),
  ];
};

function links(pair: Pair, was: FormWords, is: FormWords): string[] {
  const { before, after } = pair;
  if (same(before.links, after.links)) return [];
  const shown = (ids: string[] | undefined, words: FormWords): string =>
    listed((ids ?? []).map((id) => formName(words, id)));
  return [`${named(pair)} now shows ${shown(after.links, is)} (before: ${shown(before.links, was)}).`];
}
