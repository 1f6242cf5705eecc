import type { Element, Flow, Pathway, Process } from '../contracts/index.ts';
import { boundariesOf, elementOf, incoming, outgoing, processOf } from './graph.ts';

/** What is come to on a walk: steps that open, messages that are given, and whether the process can end. */
interface Walk {
  steps: Element[];
  messages: string[];
  passed: boolean;
}

export interface Around {
  /** ids of the steps that nobody completes on this walk */
  without: ReadonlySet<string>;
  /** messages that completing a step, or reaching an end, may give */
  gives: (element: Element) => string[];
  /** whether a way out of a question can be taken, as far as that is known */
  takes: (flow: Flow) => boolean;
}

/**
 * Steps that can be come to although the steps in `without` are never completed: in the main process, in strands that
 * only people start, and in strands whose message is given by what can be come to. A join is passed only when every
 * branch that leads to it is.
 */
export function reachedAround(pathway: Pathway, around: Around): Element[] {
  const given = new Set(pathway.processes.flatMap(({ elements }) => elements.flatMap(around.gives)));
  const walks = new Map<string, Walk>();
  const heard = new Set<string>();
  for (let known = -1; known < walks.size;) {
    known = walks.size;
    for (const process of pathway.processes) {
      if (walks.has(process.id) || !begins(process, heard, given)) continue;
      const walked = walk({ ...around, pathway }, process, []);
      walks.set(process.id, walked);
      for (const message of walked.messages) heard.add(message);
    }
  }
  return [...walks.values()].flatMap(({ steps }) => steps);
}

function begins({ kind, message = '' }: Process, heard: Set<string>, given: Set<string>): boolean {
  return kind === 'main' || (kind === 'strand' && (heard.has(message) || !given.has(message)));
}

interface Walking extends Around {
  pathway: Pathway;
}

function walk(around: Walking, process: Process, opened: string[]): Walk {
  const found: Walk = { steps: [], messages: [], passed: false };
  const usual = comeTo(
    process,
    () => true,
    () => true,
  );
  comeTo(process, (element) => pass(around, process, element, opened, found), around.takes, usual);
  return found;
}

/** Takes note of what coming to an element opens, and tells whether the way goes on behind it. */
function pass(around: Walking, process: Process, element: Element, opened: string[], found: Walk): boolean {
  if (element.kind === 'step') found.steps.push(element);
  if (element.kind === 'end' || element.kind === 'terminate') found.passed = true;
  const inner = innerWalk(around, element, [...opened, process.id]);
  if (inner) {
    found.steps.push(...inner.steps);
    found.messages.push(...inner.messages);
  }
  const goesOn = !around.without.has(element.id) && (inner?.passed ?? true);
  if (goesOn) found.messages.push(...around.gives(element));
  return goesOn;
}

function innerWalk(around: Walking, element: Element, opened: string[]): Walk | null {
  if (element.kind !== 'stage' || opened.includes(element.process ?? '')) return null;
  const process = processOf(around.pathway, element.process);
  return process ? walk(around, process, opened) : null;
}

/** Ids that a way leads through from the start. A join waits for every branch that `usual` says can reach it. */
function comeTo(
  process: Process,
  passes: (element: Element) => boolean,
  takes: (flow: Flow) => boolean,
  usual?: ReadonlySet<string>,
): Set<string> {
  const through = new Set<string>();
  const asked = new Map<string, boolean>();
  const ask = (element: Element): boolean => {
    const answer = asked.get(element.id) ?? passes(element);
    asked.set(element.id, answer);
    return answer;
  };
  const waits = ({ id, kind }: Element): boolean =>
    kind === 'fork' && incoming(process, id).some(({ from }) => usual?.has(from) && !through.has(from));
  const queue = process.elements.filter(({ kind }) => kind === 'start');
  for (let element = queue.pop(); element; element = queue.pop()) {
    const { id } = element;
    if (through.has(id) || waits(element)) continue;
    if (!asked.has(id)) queue.push(...boundariesOf(process, id));
    if (!ask(element)) continue;
    through.add(id);
    queue.push(
      ...outgoing(process, id)
        .filter(takes)
        .flatMap(({ to }) => elementOf(process, to) ?? []),
    );
  }
  return through;
}
