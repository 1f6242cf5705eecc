import type { Block, FormQuestion, LeftOut } from '../contracts/index.ts';
import { relationsTo } from '../practice/index.ts';
import { namedLeftOut, type Making, type Row } from './making.ts';

/**
 * Rows that are about the child a document is for, or about nobody by name; in a document for all of them, every row.
 * How many are about brothers and sisters alone is said.
 */
export function rowsFor(making: Making, rows: Row[], of: Block | FormQuestion): Row[] {
  const kept = forChild(making, rows, of);
  const count = rows.length - kept.length;
  if (count === 0) return rows;
  const what = namedLeftOut(making, 'title' in of ? of.title : of.label);
  const said: LeftOut = { why: 'other-child', what, ...(count > 1 ? { count } : {}) };
  if (!making.leftOut.some((one) => one.why === said.why && one.what === what)) making.leftOut.push(said);
  return kept;
}

/** The same, and nothing is said of it. */
export function forChild({ asked, source }: Making, rows: Row[], of: Block | FormQuestion): Row[] {
  const { child } = asked;
  if (child === undefined) return rows;
  const block = 'title' in of ? of.id : of.block;
  const columns = of.columns ?? source.blocks.find(({ id }) => id === block)?.columns ?? [];
  const whose = ['childIds', ...columns.filter(({ type }) => type === 'children').map(({ id }) => id)];
  const named = rows.filter((row) => {
    const ids = whose.flatMap((id) => (Array.isArray(row[id]) ? (row[id] as unknown[]) : []));
    return ids.length === 0 || ids.includes(child);
  });
  return block !== undefined && block === source.network?.block ? related(source, named, child) : named;
}

/** Somebody who is something to brothers and sisters alone is not around this child. */
function related({ network, siblings = [], people, children }: Making['source'], rows: Row[], child: string) {
  if (!network) return rows;
  const all = [...new Set([...siblings, ...children.map(({ id }) => id)])];
  const relationsOf = relationsTo(all, [...people, ...children], network);
  return rows.filter((row) => {
    const said = row[network.relation];
    const relations = typeof said === 'string' ? relationsOf(said) : [];
    return relations.length === 0 || relations.some((one) => one.child === child);
  });
}
