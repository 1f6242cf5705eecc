import type { Element, Fact, Flow, Pathway, Process, Role, Timescale } from '../contracts/index.ts';
import { along, processesInOrder } from './along.ts';
import { elementOf, incoming, outgoing } from './graph.ts';
import { inWords } from './describe-timescale.ts';

/** What the words of a description are taken from, beside the drawing. */
export interface Words {
  roles: Role[];
  timescales: Timescale[];
  facts: Fact[];
}

/** A stage, called process, strand or the main process (by process id), told in sentences along its lines. */
export interface Described {
  stage: string;
  name: string;
  sentences: string[];
}

/**
 * The drawing in words, for whoever can't or would rather not look at it: who does what, by when, and what comes then.
 * The main process comes first, then its stages in the order of the drawing with what they hold, then the strands.
 */
export function describePathway(pathway: Pathway, words: Words): Described[] {
  return processesInOrder(pathway).map((process) => ({
    stage: process.id,
    name: process.name || process.id,
    sentences: along(process).flatMap((element) => sentences(process, element, words)),
  }));
}

function sentences(process: Process, element: Element, words: Words): string[] {
  const ways = outgoing(process, element.id);
  const next = (): string => ways.map((flow) => goal(process, flow)).join(' and ');
  switch (element.kind) {
    case 'start':
      return [
        element.message
          ? `On the message “${element.message}” it begins with ${next()}.`
          : `It begins with ${next()}.`,
      ];
    case 'step':
      return [`${step(element, words)} Then comes ${next()}.`];
    case 'question':
      return ways.length > 1 ? [`${title(element)} ${answers(process, ways)}`] : [];
    case 'fork':
      return fork(process, element, ways);
    case 'wait':
      return [
        `It waits; whichever comes first: ${ways.map((flow) => caught(process, flow, words)).join('; or ')}.`,
      ];
    case 'stage':
      return [`The stage ${title(element)} runs. Then comes ${next()}.`];
    case 'message-boundary':
    case 'timer-boundary':
      return [
        `${upper(trigger(element, words))} ends ${host(process, element)} early. Then comes ${next()}.`,
      ];
    case 'message-catch':
    case 'timer-catch':
      return follows(process, element, 'wait')
        ? []
        : [`It waits for ${trigger(element, words)}. Then comes ${next()}.`];
    default:
      return [];
  }
}

function step(element: Element, words: Words): string {
  const role = words.roles.find(({ id }) => id === element.role)?.name ?? element.role ?? 'Nobody yet';
  const times = (element.timescales ?? [])
    .flatMap((id) => words.timescales.find((timescale) => timescale.id === id) ?? [])
    .map((timescale) => inWords(timescale, words.facts));
  const when = [...new Set(times)].map((time) => `, ${time}`).join('');
  const sends = element.sends ? ` This gives the message “${element.sends}”.` : '';
  return `${upper(role)}: ${title(element)}${when}.${sends}`;
}

function answers(process: Process, ways: Flow[]): string {
  return [...ways.filter((flow) => !flow.isDefault), ...ways.filter((flow) => flow.isDefault)]
    .map((flow) => `${flow.isDefault ? 'otherwise, ' : 'if '}“${flow.name}”: ${goal(process, flow)}`)
    .join('; ')
    .replace(/^./, (letter) => letter.toUpperCase())
    .concat('.');
}

function fork(process: Process, element: Element, ways: Flow[]): string[] {
  const joins = incoming(process, element.id).length > 1;
  const goals = ways.map((flow) => goal(process, flow)).join(', and ');
  const beside = ways.length > 1 ? 'side by side: ' : '';
  return [joins ? `Once all branches have met, ${beside}${goals}.` : `${upper(beside)}${goals}.`];
}

function caught(process: Process, flow: Flow, words: Words): string {
  const event = elementOf(process, flow.to);
  if (!event) return flow.to;
  return `${trigger(event, words)}, then ${outgoing(process, event.id)
    .map((way) => goal(process, way))
    .join(' and ')}`;
}

function trigger(element: Element, words: Words): string {
  if (element.message !== undefined) return `the message “${element.message}”`;
  const timescale = words.timescales.find(({ id }) => id === element.timescale);
  return timescale ? `the time that “${timescale.name}” allows` : 'a time';
}

/** What a line leads to, looking through places where ways only come together. */
function goal(process: Process, flow: Flow, passed: readonly string[] = []): string {
  const element = elementOf(process, flow.to);
  if (!element) return `“${flow.to}”`;
  const ways = outgoing(process, element.id);
  const [only] = ways;
  if (element.kind === 'question' && ways.length === 1 && only && !passed.includes(element.id)) {
    return goal(process, only, [...passed, element.id]);
  }
  switch (element.kind) {
    case 'question':
      return `the question ${title(element)}`;
    case 'stage':
      return `the stage ${title(element)}`;
    case 'fork':
      return forkGoal(process, element, ways, passed);
    case 'wait':
      return 'a wait';
    case 'end':
    case 'terminate':
      return ending(element);
    case 'message-catch':
    case 'timer-catch':
      return `a wait for ${element.name ? title(element) : 'it'}`;
    default:
      return title(element);
  }
}

function forkGoal(process: Process, fork: Element, ways: Flow[], passed: readonly string[]): string {
  if (incoming(process, fork.id).length > 1 || passed.includes(fork.id)) return 'the meeting of the branches';
  return `${ways.map((flow) => goal(process, flow, [...passed, fork.id])).join(' and ')} side by side`;
}

function ending(element: Element): string {
  const name = element.name ? ` (${title(element)})` : '';
  const sends = element.sends ? `, giving the message “${element.sends}”` : '';
  return `${element.kind === 'terminate' ? 'the end of everything open here' : 'the end'}${name}${sends}`;
}

const follows = (process: Process, element: Element, kind: Element['kind']): boolean =>
  incoming(process, element.id).some((flow) => elementOf(process, flow.from)?.kind === kind);

function host(process: Process, event: Element): string {
  const on = elementOf(process, event.attachedTo ?? '');
  return on ? title(on) : 'it';
}

const title = (element: Element): string => `“${element.name || element.id}”`;
const upper = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
