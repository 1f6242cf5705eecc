import type { Branch, Table } from '../../contracts/index.ts';

/** A way from one place of a table to the next, with what is done on it. */
export interface Edge {
  to: string;
  /** a step completed, or a stage gone through */
  step?: string;
  stage?: string;
  /** ids of what is passed on the way, ends among them */
  reached: string[];
}

/** A table as places and the ways between them; `begin` leads in, `end` is where nothing is open any more. */
export type PlaceGraph = Map<string, Edge[]>;

export const begin = '(begin)';
export const end = '(end)';

/**
 * What people do: steps and stages. Time and news are ways on only where nobody has anything to do; with `all`
 * everywhere.
 */
export function placeGraph(table: Table, all: boolean): PlaceGraph {
  const graph: PlaceGraph = new Map([[begin, edgesOf(table.start, {})]]);
  for (const [key, { open, next }] of Object.entries(table.places)) {
    const processes = new Map(open.map(({ id, process }) => [id, process]));
    const edges = Object.entries(next).map(([input, branch]) => {
      const [kind = '', id = ''] = [input.slice(0, input.indexOf(':')), input.slice(input.indexOf(':') + 1)];
      const stage = kind === 'return' ? (processes.get(id) ?? '') : undefined;
      const done = kind === 'complete' ? { step: id } : stage === undefined ? {} : { stage };
      return { byPeople: kind === 'complete' || kind === 'return', ways: edgesOf(branch, done) };
    });
    const work = edges.filter(({ byPeople }) => byPeople);
    graph.set(
      key,
      (all || work.length === 0 ? edges : work).flatMap(({ ways }) => ways),
    );
  }
  return graph.set(end, []);
}

function edgesOf(branch: Branch, done: Pick<Edge, 'step' | 'stage'>): Edge[] {
  if ('question' in branch) return [...edgesOf(branch.yes, done), ...edgesOf(branch.no, done)];
  return [{ ...done, to: branch.to ?? end, reached: branch.reached }];
}
