import type { Element, Timescale, Version } from '../../contracts/index.ts';
import { conditionInWords } from '../condition-in-words.ts';
import { inWords } from '../describe-timescale.ts';
import { quoted, roleName, textChange } from './both.ts';
import type { Both, Change } from './change.ts';

/** What a timescale says beside its length: what ends it, whom it warns, what it rests on, for whom it counts. */
export function entryChanges(both: Both): Change[] {
  const ids = new Set([...both.after.timescales, ...both.before.timescales].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const old = both.before.timescales.find((one) => one.id === id);
    const now = both.after.timescales.find((one) => one.id === id);
    const users = [...usersOf(both.after, id), ...usersOf(both.before, id)];
    const element = users[0]?.id;
    return sentences(both, old, now, users.length > 0).map((sentence) => ({
      ...{ kind: 'timescale' as const, timescale: id, sentence },
      ...(element === undefined ? {} : { element }),
      statutory: [old, now].some((one) => one?.local === false),
    }));
  });
}

/** Steps and drawn clocks that name a timescale. */
function usersOf({ pathway }: Version, id: string): Element[] {
  return pathway.processes
    .flatMap(({ elements }) => elements)
    .filter((element) => element.timescale === id || (element.timescales ?? []).includes(id));
}

function sentences(
  both: Both,
  old: Timescale | undefined,
  now: Timescale | undefined,
  used: boolean,
): string[] {
  const { before, after } = both;
  if (!old && !now) return [];
  if (!old && now) return [`There is a new timescale ${named(now)}: ${inWords(now, after.facts)}.`];
  if (old && !now) return [`The timescale ${named(old)} is gone (it was: ${inWords(old, before.facts)}).`];
  if (!old || !now) return [];
  const [from, to] = [inWords(old, before.facts), inWords(now, after.facts)];
  // where a step or a drawn clock names it, the length is told there
  const length = from === to || used ? [] : [`${named(now)} now counts ${to} (before: ${from}).`];
  return [
    ...(old.name === now.name ? [] : [`The timescale ${named(old)} is now called ${named(now)}.`]),
    ...length,
    ...ends(both, old, now),
    ...anchor(old, now, after),
    ...warnings(both, old, now),
    ...(old.lateReason === now.lateReason
      ? []
      : [`When ${named(now)} is late, a reason is ${now.lateReason ? 'now' : 'no longer'} asked for.`]),
    ...(old.local === now.local
      ? []
      : [
          `${named(now)} is now ${now.local ? 'a local timescale' : 'a limit of the law'} (before: ${old.local ? 'a local timescale' : 'a limit of the law'}).`,
        ]),
    ...textChange(`What ${named(now)} rests on`, old.source, now.source),
    ...applies(both, old, now),
  ];
}

const named = ({ name, id }: Timescale): string => quoted(name || id);

function ends({ before, after }: Both, old: Timescale, now: Timescale): string[] {
  const says = ({ facts }: Version, { until }: Timescale): string =>
    until.map((id) => quoted(facts.find((fact) => fact.id === id)?.name ?? id)).join(' or ');
  if (old.until.toSorted().join(' ') === now.until.toSorted().join(' ')) return [];
  return [`${named(now)} now ends with ${says(after, now)} (before: ${says(before, old)}).`];
}

function anchor(old: Timescale, now: Timescale, { facts }: Version): string[] {
  if ((old.anchor ?? 'latest') === (now.anchor ?? 'latest')) return [];
  const fact = quoted(facts.find(({ id }) => id === now.from)?.name ?? now.from);
  return now.anchor === 'first'
    ? [`Should ${fact} happen again, ${named(now)} now goes on counting from the first time.`]
    : [`Should ${fact} happen again, ${named(now)} now counts anew.`];
}

const moments = {
  '50%': 'half of its time has passed',
  '80%': 'four fifths of its time have passed',
  due: 'it is due',
  'after-1-day': 'it is a day late',
};

function warnings({ before, after }: Both, old: Timescale, now: Timescale): string[] {
  const key = ({ warn }: Timescale): string => JSON.stringify(warn.map(({ at, tell }) => [at, tell]).sort());
  if (key(old) === key(now)) return [];
  const says = (version: Version, { warn }: Timescale): string =>
    warn.length === 0
      ? 'nobody'
      : warn.map(({ at, tell }) => `${roleName(version, tell)} when ${moments[at]}`).join(', ');
  return [`${named(now)} now warns ${says(after, now)} (before: ${says(before, old)}).`];
}

function applies({ before, after }: Both, old: Timescale, now: Timescale): string[] {
  if (old.applies === now.applies) return [];
  const says = (version: Version, { applies: condition }: Timescale): string =>
    condition === undefined ? 'for every child' : `only when ${conditionInWords(condition, version)}`;
  const [from, to] = [says(before, old), says(after, now)];
  return [
    `${named(now)} now counts ${to}${from === to ? ', worked out in another way' : ` (before: ${from})`}.`,
  ];
}
