import type { Element, Pathway, Process } from '../contracts/index.ts';
import { elementOf, incoming, outgoing, processOf, reachable, stepsOf } from './graph.ts';

/** Two steps of which the second can come after the first on one way through. */
export interface OrderedPair {
  earlier: Element;
  later: Element;
}

/**
 * All pairs of steps that can follow one another. What lies inside a stage is compared with what comes after the
 * stage, so a process called from two places does not join the ways of its callers.
 */
export function orderedSteps(pathway: Pathway): OrderedPair[] {
  const pairs = new Map<string, OrderedPair>();
  for (const process of pathway.processes) {
    const inside = new Map(process.elements.map((element) => [element.id, stepsOf(pathway, element)]));
    for (const { id } of process.elements) {
      for (const next of reachable(process, id)) {
        for (const earlier of inside.get(id) ?? []) {
          for (const later of inside.get(next) ?? [])
            pairs.set(`${earlier.id} ${later.id}`, { earlier, later });
        }
      }
    }
  }
  return [...pairs.values()];
}

/**
 * Steps of a process that can be come to although the steps in `without` can't be completed. A join is passed only
 * when every branch that leads to it is.
 */
export function reachedWithout(pathway: Pathway, id: string, without: ReadonlySet<string>): Element[] {
  const process = processOf(pathway, id);
  return process ? walk(pathway, process, without, []).steps : [];
}

interface Walk {
  steps: Element[];
  passed: boolean;
}

function walk(pathway: Pathway, process: Process, without: ReadonlySet<string>, opened: string[]): Walk {
  const usual = from(process, () => true);
  const steps: Element[] = [];
  const looked = new Map<string, boolean>();
  const passes = (element: Element): boolean => {
    const known = looked.get(element.id);
    if (known !== undefined) return known;
    if (element.kind === 'step') steps.push(element);
    const inner = innerWalk(pathway, element, without, [...opened, process.id]);
    if (inner) steps.push(...inner.steps);
    const can = !without.has(element.id) && (inner?.passed ?? true);
    looked.set(element.id, can);
    return can;
  };
  const reached = from(process, passes, usual);
  const passed = process.elements.some(
    ({ id, kind }) => reached.has(id) && (kind === 'end' || kind === 'terminate'),
  );
  return { steps, passed };
}

function innerWalk(
  pathway: Pathway,
  element: Element,
  without: ReadonlySet<string>,
  opened: string[],
): Walk | null {
  if (element.kind !== 'stage' || opened.includes(element.process ?? '')) return null;
  const process = processOf(pathway, element.process);
  return process ? walk(pathway, process, without, opened) : null;
}

/** Elements come to from the start, each going on only where `passes` lets it; `usual` is what joins wait for. */
function from(
  process: Process,
  passes: (element: Element) => boolean,
  usual?: ReadonlySet<string>,
): Set<string> {
  const reached = new Set<string>();
  const through = new Set<string>();
  const waits = (element: Element): boolean =>
    usual !== undefined &&
    element.kind === 'fork' &&
    incoming(process, element.id).some((flow) => usual.has(flow.from) && !through.has(flow.from));
  const queue = process.elements.filter((element) => element.kind === 'start');
  for (let element = queue.pop(); element; element = queue.pop()) {
    reached.add(element.id);
    for (const event of process.elements) {
      if (event.attachedTo === element.id && !reached.has(event.id)) queue.push(event);
    }
    if (through.has(element.id) || waits(element) || !passes(element)) continue;
    through.add(element.id);
    for (const flow of outgoing(process, element.id)) {
      const next = elementOf(process, flow.to);
      if (next && !through.has(next.id)) queue.push(next);
    }
  }
  return reached;
}
