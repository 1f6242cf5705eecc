import type { Column } from '../../contracts/index.ts';
import type { Comparison, FormWords, Pair } from './change.ts';
import { listed, named, quoted, same } from './words.ts';

/** The columns of a table, and the shared table it shows. */
export const table: Comparison = (pair) => {
  const { before, after, was, is } = pair;
  const title = (words: FormWords, id: string | undefined): string =>
    id === undefined
      ? 'a table of its own'
      : quoted(words.blocks.find((block) => block.id === id)?.title ?? id);
  return [
    ...(before.block === after.block
      ? []
      : [`${named(pair)} now shows ${title(is, after.block)} (before: ${title(was, before.block)}).`]),
    ...(same(before.showColumns, after.showColumns) ? [] : [shown(pair)]),
    ...(before.day === after.day
      ? []
      : [`New entries of ${named(pair)} now start with ${after.day ? 'another day' : 'nothing filled in'}.`]),
    ...columns(named(pair), before.columns ?? [], after.columns ?? []),
  ];
};

function shown(pair: Pair): string {
  const says = (ids: string[] | undefined): string => (ids ? listed(ids.map(quoted)) : 'all columns');
  return `${named(pair)} now shows ${says(pair.after.showColumns)} (before: ${says(pair.before.showColumns)}).`;
}

/** What became of the columns of a table, in sentences. `name` is what people read above it. */
export function columns(name: string, before: Column[], after: Column[]): string[] {
  const old = new Map(before.map((column) => [column.id, column]));
  const now = new Map(after.map((column) => [column.id, column]));
  const added = after.filter(({ id }) => !old.has(id)).map(({ label }) => quoted(label));
  const gone = before.filter(({ id }) => !now.has(id)).map(({ label }) => quoted(label));
  const kept = (from: Column[], other: Map<string, Column>): string[] =>
    from.map(({ id }) => id).filter((id) => other.has(id));
  return [
    ...(added.length > 0 ? [`${name} has a new column: ${listed(added)}.`] : []),
    ...(gone.length > 0 ? [`${name} no longer has the column ${listed(gone)}.`] : []),
    ...after.flatMap((column) => changed(name, old.get(column.id), column)),
    ...(same(kept(before, now), kept(after, old))
      ? []
      : [`The columns of ${name} now stand in another order.`]),
  ];
}

function changed(name: string, before: Column | undefined, after: Column): string[] {
  if (!before || same(before, after)) return [];
  const column = `the column ${quoted(after.label)} of ${name}`;
  const said = [
    ...(before.label === after.label
      ? []
      : [`The column ${quoted(before.label)} of ${name} is now called ${quoted(after.label)}.`]),
    ...((before.required ?? false) === (after.required ?? false)
      ? []
      : [`${upper(column)} ${after.required ? 'must now be filled in' : 'may now be left open'}.`]),
  ];
  if ((before.more ?? false) !== (after.more ?? false)) {
    said.push(
      `${upper(column)} ${after.more ? 'is now folded away until it is wanted' : 'now stands open'}.`,
    );
  }
  const { label: _l, required: _r, more: _m, ...rest } = after;
  const { label: _b, required: _q, more: _n, ...old } = before;
  return same(rest, old) ? said : [...said, `${upper(column)} is now answered in another way.`];
}

const upper = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
