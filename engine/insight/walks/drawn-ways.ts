import type { Version } from '../../contracts/index.ts';
import { placeGraph } from './drawn-graph.ts';
import type { Edge } from './drawn-graph.ts';
import { longestPath } from './longest-path.ts';
import { shortestPath } from './shortest-path.ts';
import { answeredOf, stepsById } from './totals.ts';
import type { Walk } from './totals.ts';

interface Way {
  steps: string[];
  sent: string[];
  questions: number;
}

/**
 * The way with the fewest questions from the start to an end, and a longest one, by the drawing alone: whichever
 * answers lead there. On the longest every loop is gone round at most once more. A strand is gone through once when
 * something on the way gives its message. Every process is looked at by itself, and stands for its stage in the one
 * around it.
 */
export function drawnWay(version: Version, which: 'shortest' | 'longest'): Walk {
  const ways = new DrawnWays(version, which);
  const { pathway } = version;
  const main = ways.of(pathway.main);
  const steps = [...main.steps];
  const told = new Set<string>();
  const news = [...main.sent];
  for (let message = news.shift(); message !== undefined; message = news.shift()) {
    if (told.has(message)) continue;
    told.add(message);
    const strand = pathway.processes.find(({ kind, message: by }) => kind === 'strand' && by === message);
    if (!strand) continue;
    const beside = ways.of(strand.id);
    steps.push(...beside.steps);
    news.push(...beside.sent);
  }
  return steps;
}

class DrawnWays {
  readonly #version: Version;
  readonly #which: 'shortest' | 'longest';
  readonly #found = new Map<string, Way>();
  readonly #sends: Map<string, string>;
  readonly #questions: Map<string, number>;

  constructor(version: Version, which: 'shortest' | 'longest') {
    this.#version = version;
    this.#which = which;
    const elements = version.pathway.processes.flatMap((process) => process.elements);
    this.#sends = new Map(elements.flatMap(({ id, sends }) => (sends ? [[id, sends]] : [])));
    this.#questions = new Map(
      [...stepsById(version.pathway)].map(([id, { form }]) => [
        id,
        answeredOf(version.forms[form ?? '']).length,
      ]),
    );
  }

  of(process: string): Way {
    const known = this.#found.get(process);
    if (known) return known;
    const nothing: Way = { steps: [], sent: [], questions: 0 };
    // a stage that calls itself is not gone into again
    this.#found.set(process, nothing);
    const table = this.#version.tables.tables[process];
    if (!table) return nothing;
    const longest = this.#which === 'longest';
    const graph = placeGraph(table, longest);
    // of two ways with as many questions, the one with fewer (or more) steps
    const weigh = (edge: Edge): number => this.#weight(edge) + (edge.step === undefined ? 0 : 0.01);
    const path = (longest ? longestPath(graph, weigh) : shortestPath(graph, weigh)) ?? [];
    const way = this.#told(path);
    this.#found.set(process, way);
    return way;
  }

  #weight({ step, stage }: Edge): number {
    if (step !== undefined) return this.#questions.get(step) ?? 0;
    return stage === undefined ? 0 : this.of(stage).questions;
  }

  #told(path: Edge[]): Way {
    const way: Way = { steps: [], sent: [], questions: 0 };
    for (const edge of path) {
      const inner = edge.stage === undefined ? undefined : this.of(edge.stage);
      if (edge.step !== undefined) way.steps.push(edge.step);
      way.steps.push(...(inner?.steps ?? []));
      const passed = [
        ...(edge.step === undefined ? [] : [edge.step]),
        ...edge.reached.filter((id) => !this.#questions.has(id)),
      ];
      way.sent.push(...(inner?.sent ?? []), ...passed.flatMap((id) => this.#sends.get(id) ?? []));
      way.questions += this.#weight(edge);
    }
    return way;
  }
}
