import type { Form, FormRule } from '../../contracts/index.ts';
import type { FormChange } from './change.ts';
import { quoted, same } from './words.ts';

/** What a form refuses or warns of. */
export function rules(before: Form, after: Form): FormChange[] {
  const say = (question: string, sentence: string): FormChange => ({
    ...{ kind: 'rules', form: after.id, question, sentence },
  });
  const title = quoted(after.title);
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const now = new Set(after.rules.map(({ id }) => id));
  return [
    ...after.rules.flatMap((rule) => {
      const was = old.get(rule.id);
      if (!was) return [say(rule.question, `${title} now ${does(rule)}: ${quoted(rule.say)}.`)];
      return changed(title, was, rule).map((sentence) => say(rule.question, sentence));
    }),
    ...before.rules
      .filter(({ id }) => !now.has(id))
      .map((rule) => say(rule.question, `${title} no longer ${does(rule)}: ${quoted(rule.say)}.`)),
  ];
}

const does = ({ level }: FormRule): string => (level === 'refuse' ? 'refuses' : 'warns');

function changed(title: string, was: FormRule, is: FormRule): string[] {
  if (same(was, is)) return [];
  const said = [
    ...(was.say === is.say
      ? []
      : [`What ${title} says to a wrong answer now reads ${quoted(is.say)} (before: ${quoted(was.say)}).`]),
    ...(was.level === is.level
      ? []
      : [
          `${title} now ${does(is)} (before: it ${was.level === 'refuse' ? 'refused' : 'warned'}): ${quoted(is.say)}.`,
        ]),
    ...(was.source === is.source
      ? []
      : [
          `The rule ${quoted(is.say)} of ${title} now rests on ${quoted(is.source)} (before: ${quoted(was.source)}).`,
        ]),
    ...(was.when === is.when
      ? []
      : [`${title} now ${does(is)} in other cases than before: ${quoted(is.say)}.`]),
  ];
  return said.length > 0 ? said : [`The rule ${quoted(is.say)} of ${title} now stands at another question.`];
}
