import type { Version } from '../../contracts/index.ts';
import { columns } from '../../forms/compare/table.ts';
import { listed, same } from '../../forms/compare/words.ts';
import { quoted, textChange } from './both.ts';
import type { Change, Kind } from './change.ts';

interface Entry {
  id: string;
  name: string;
}

/** What lies beside the drawing and the forms: terms and choices, roles, facts, shared tables, outputs. */
export const beside: Kind = ({ before, after }) => {
  const said = [
    ...listChanges('term', before.dictionary.terms, after.dictionary.terms, (old, now) => [
      ...textChange(`What ${quoted(now.name)} means`, old.meaning, now.meaning),
      ...textChange(`What the term ${quoted(now.name)} rests on`, old.source, now.source),
      ...(old.type === now.type && old.codes === now.codes
        ? []
        : [`Answers to the term ${quoted(now.name)} are now of another kind.`]),
    ]),
    ...listChanges('list of choices', before.dictionary.codeLists, after.dictionary.codeLists, codes),
    ...listChanges('role', before.roles, after.roles, (old, now) =>
      textChange(`What the role ${quoted(now.name)} does`, old.meaning, now.meaning),
    ),
    ...listChanges('fact', before.facts, after.facts, (old, now) => [
      ...textChange(`What the fact ${quoted(now.name)} means`, old.meaning, now.meaning),
      ...textChange(`What the fact ${quoted(now.name)} rests on`, old.source, now.source),
      ...(same(old.open, now.open) && old.per === now.per
        ? []
        : [`How long ${quoted(now.name)} stands once it happened is now decided otherwise.`]),
    ]),
    ...listChanges('shared table', titles(before.blocks), titles(after.blocks), (old, now) => [
      ...textChange(`The thought beside ${quoted(now.name)}`, old.prompt, now.prompt),
      ...columns(`The shared table ${quoted(now.name)}`, old.columns, now.columns),
      ...(old.part === now.part && (old.appendOnly ?? false) === (now.appendOnly ?? false)
        ? []
        : [
            `Where the rows of ${quoted(now.name)} are kept, or whether they may be changed, is now decided otherwise.`,
          ]),
    ]),
    ...listChanges('output', titles(before.outputs), titles(after.outputs), (old, now) =>
      outputs(old, now, after),
    ),
    ...listChanges('translation', languages(before), languages(after), (old, now) =>
      same(old, now) ? [] : [`The wording in ${quoted(now.name)}, or who looked at it, has changed.`],
    ),
    ...(same(before.practice, after.practice)
      ? []
      : ['How the practice model is shown to those who work with it has changed.']),
  ];
  return said.map((sentence): Change => ({ kind: 'beside', sentence, statutory: false }));
};

const titles = <T extends { id: string; title: string }>(all: T[]): (T & Entry)[] =>
  all.map((one) => ({ ...one, name: one.title }));

const languages = ({ translations = [] }: Version): (Entry & object)[] =>
  translations.map((one) => ({ ...one, id: one.language }));

/** New, gone, under another name, or changed as `more` says. */
function listChanges<T extends Entry>(
  what: string,
  before: T[],
  after: T[],
  more: (old: T, now: T) => string[],
): string[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((entry) => {
      const was = old.get(entry.id);
      if (!was) return [`There is a new ${what}: ${quoted(entry.name)}.`];
      const renamed =
        was.name === entry.name
          ? []
          : [`The ${what} ${quoted(was.name)} is now called ${quoted(entry.name)}.`];
      return [...renamed, ...more(was, entry)];
    }),
    ...before.filter(({ id }) => !now.has(id)).map(({ name }) => `The ${what} ${quoted(name)} is gone.`),
  ];
}

type CodeList = Version['dictionary']['codeLists'][number];

function codes(old: CodeList, now: CodeList): string[] {
  const labels = (from: CodeList, without: CodeList): string[] =>
    from.codes
      .filter(({ value }) => !without.codes.some((code) => code.value === value))
      .map(({ label }) => quoted(label));
  const [more, fewer] = [labels(now, old), labels(old, now)];
  const list = `The list ${quoted(now.name)}`;
  const said = [
    ...(more.length > 0 ? [`${list} now also offers ${listed(more)}.`] : []),
    ...(fewer.length > 0 ? [`${list} no longer offers ${listed(fewer)}.`] : []),
    ...now.codes.flatMap(({ value, label, hint }) => {
      const was = old.codes.find((code) => code.value === value);
      if (!was) return [];
      return [
        ...(was.label === label ? [] : [`${list} now calls ${quoted(was.label)} ${quoted(label)}.`]),
        ...(was.hint === hint
          ? []
          : [
              `The hint at ${quoted(label)} in ${list.toLowerCase().replace(/^the list/, 'the list')} is now worded otherwise.`,
            ]),
      ];
    }),
    ...textChange(`What ${list.replace(/^The/, 'the')} rests on`, old.source, now.source),
  ];
  return said.length > 0 || same(old.codes, now.codes) ? said : [`${list} now stands in another order.`];
}

function outputs(
  old: Version['outputs'][number] & Entry,
  now: Version['outputs'][number] & Entry,
  { forms }: Version,
): string[] {
  const title = quoted(now.title);
  return [
    ...(old.audience === now.audience
      ? []
      : [`The output ${title} is now written for another reader: ${now.audience}.`]),
    ...(old.form === now.form
      ? []
      : [`The output ${title} now prints ${quoted(forms[now.form]?.title ?? now.form)}.`]),
    ...(same([old.audiences, old.large, old.budget], [now.audiences, now.large, now.budget])
      ? []
      : [`For whom else ${title} is made, how large its print is or what it may cost has changed.`]),
    ...(same(old.blocks, now.blocks) ? [] : [`What the output ${title} prints, or its order, has changed.`]),
  ];
}
