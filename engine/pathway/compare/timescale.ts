import type { Element, Timescale, Version } from '../../contracts/index.ts';
import { inWords } from '../describe-timescale.ts';
import { changeOf, pairs, quoted, titled } from './both.ts';
import type { Both, Change, Kind } from './change.ts';
import { entryChanges } from './timescale-entries.ts';

/** By when a step must be done, when time itself goes on, and what a timescale says of itself. */
export const timescale: Kind = (both) => [
  ...pairs(both).flatMap(({ before, after }) => [
    ...steps(both, before.element, after.element),
    ...timers(both, before.element, after.element),
  ]),
  ...entryChanges(both),
];

function steps(both: Both, before: Element, after: Element): Change[] {
  if (after.kind !== 'step') return [];
  const [old, now] = [timesOf(both.before, before), timesOf(both.after, after)];
  const say = (rules: Timescale[], sentence: string): Change => sayOf(both, after.id, rules, sentence);
  const kept = now.flatMap((rule) => {
    const was = old.find(({ id }) => id === rule.id);
    const [from, to] = [was && inWords(was, both.before.facts), inWords(rule, both.after.facts)];
    return !was || from === to
      ? []
      : [say([was, rule], `${titled(after)} must now be done ${to} (before: ${from ?? ''}).`)];
  });
  const more = now.filter(({ id }) => !old.some((one) => one.id === id));
  const fewer = old.filter(({ id }) => !now.some((one) => one.id === id));
  const [only, gone] = [more[0], fewer[0]];
  if (more.length === 1 && fewer.length === 1 && only && gone) {
    const [to, from] = [inWords(only, both.after.facts), inWords(gone, both.before.facts)];
    return [...kept, say([gone, only], `${titled(after)} must now be done ${to} (before: ${from}).`)];
  }
  return [
    ...kept,
    ...more.map((rule) =>
      say([rule], `${titled(after)} must now be done ${inWords(rule, both.after.facts)}.`),
    ),
    ...fewer.map((rule) =>
      say([rule], `${titled(after)} need no longer be done ${inWords(rule, both.before.facts)}.`),
    ),
  ];
}

/** A clock that is drawn: the way goes on when its time has come. */
function timers(both: Both, before: Element, after: Element): Change[] {
  if (after.kind !== 'timer-catch' && after.kind !== 'timer-boundary') return [];
  const old = both.before.timescales.find(({ id }) => id === before.timescale);
  const now = both.after.timescales.find(({ id }) => id === after.timescale);
  const says = (rule: Timescale | undefined, { facts }: Version): string =>
    rule ? inWords(rule, facts).replace(/^within /, '') : 'at no time';
  const [from, to] = [says(old, both.before), says(now, both.after)];
  if (from === to) return [];
  const rules = [old, now].filter((rule) => rule !== undefined);
  const name = after.name ? titled(after) : quoted(now?.name ?? after.id);
  return [sayOf(both, after.id, rules, `The time of ${name} now comes ${to} (before: ${from}).`)];
}

/** The law is touched when a limit of the law is among the timescales, or the step names the law. */
function sayOf(both: Both, element: string, rules: Timescale[], sentence: string): Change {
  const change = changeOf(both, 'timescale', element, sentence);
  const id = rules.at(-1)?.id;
  return {
    ...change,
    statutory: rules.some(({ local }) => !local),
    ...(id === undefined ? {} : { timescale: id }),
  };
}

const timesOf = ({ timescales }: Version, element: Element): Timescale[] =>
  (element.timescales ?? []).flatMap((id) => timescales.find((one) => one.id === id) ?? []);
