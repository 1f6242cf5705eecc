import type { NetworkView, OutputPerson, RelationKind } from '#engine';

type Row = Record<string, unknown>;

/** Of so many children each has the same father; a family with many has several. */
const siblings = 4;

/**
 * People around the children as a family has them: a mother of all, a father for every four, their parents, brothers and
 * sisters, and others whom no word of a relationship names. The words are the practice model's own.
 */
export function related(rows: Row[], view: NetworkView, children: OutputPerson[]): Row[] {
  const word = (is: RelationKind, sex?: 'M' | 'F', side?: 'M' | 'F'): string =>
    view.relations.find((one) => one.is === is && one.sex === sex && one.side === side)?.says ?? '';
  const groups = Array.from({ length: Math.ceil(children.length / siblings) }, (_, at) =>
    children.slice(at * siblings, (at + 1) * siblings).map(({ called }) => called),
  );
  const relations = [
    word('parent', 'F'),
    ...groups.map((names) => `${word('parent', 'M')} of ${names.join(', ')}`),
    word('grandparent', 'F', 'F'),
    word('grandparent', 'M', 'F'),
    word('parents-sibling', 'F', 'F'),
    word('parents-sibling', 'M', 'F'),
    word('sibling', 'F'),
  ];
  // somebody who is in the list twice is the same to the children
  const people = [...new Set(rows.map((row) => row[view.person]))];
  return rows.map((row) => ({
    ...row,
    [view.relation]: relations[people.indexOf(row[view.person])] ?? 'somebody who helps',
  }));
}
