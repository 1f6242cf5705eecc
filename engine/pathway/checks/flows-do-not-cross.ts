import type { Finding, Flow } from '../../contracts/index.ts';
import { called, elementOf } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

type Point = { x: number; y: number };
type Segment = [Point, Point];

/** Lines that cross are hard to follow. Lines that meet at an end, or run along each other, do not cross. */
export function flowsDoNotCross({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) => {
    const name = (id: string): string => {
      const element = elementOf(process, id);
      return element ? called(element) : id;
    };
    return process.flows.flatMap((flow, i) =>
      process.flows
        .slice(i + 1)
        .filter((other) => cross(flow, other))
        .map((other) =>
          finding(
            'flows-do-not-cross',
            'warning',
            flow,
            `The line from ${name(flow.from)} to ${name(flow.to)} crosses the line from ${name(other.from)} ` +
              `to ${name(other.to)}. Move one of them.`,
          ),
        ),
    );
  });
}

const cross = (one: Flow, other: Flow): boolean =>
  segments(one).some((first) => segments(other).some((second) => meet(first, second)));

const segments = ({ way = [] }: Flow): Segment[] => way.slice(1).map((point, i) => [way[i] ?? point, point]);

function meet([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Positive on one side of the line through a and b, negative on the other, nought on it. */
const side = (a: Point, b: Point, p: Point): number => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
