import type { Branch, Table } from '../contracts/index.ts';

type Leaf = Extract<Branch, { reached: string[] }>;

/** Where a branch can lead, over all answers. */
export function leaves(branch: Branch): Leaf[] {
  return 'question' in branch ? [...leaves(branch.yes), ...leaves(branch.no)] : [branch];
}

/** Everything that can happen in a table, its start included. */
export function allLeaves(table: Table): Leaf[] {
  const nexts = Object.values(table.places).flatMap(({ next }) => Object.values(next));
  return [table.start, ...nexts].flatMap(leaves);
}
