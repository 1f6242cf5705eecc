import type { Element, Flow, Process, Version } from '../../contracts/index.ts';
import { elementOf, incoming, outgoing } from '../graph.ts';
import { quoted, titled } from './both.ts';

/** Where a line leads: `key` is the same when it leads to the same, whatever the line or the thing is called. */
export interface Goal {
  key: string;
  says: string;
}

/** Where the lines out of an element lead, looking through what only brings ways together or sets them side by side. */
export function goalOf(version: Version, process: Process, id: string): Goal {
  return together(
    outgoing(process, id).map((flow) => goalOfFlow(version, process, flow)),
    ' and ',
  );
}

export function goalOfFlow(version: Version, process: Process, flow: Flow, passed: string[] = []): Goal {
  const element = elementOf(process, flow.to);
  if (!element) return { key: flow.to, says: quoted(flow.to) };
  const [ins, outs] = [incoming(process, element.id), outgoing(process, element.id)];
  const [only] = outs;
  const again = passed.includes(element.id);
  if (element.kind === 'question' && outs.length === 1 && only && !again)
    return goalOfFlow(version, process, only, [...passed, element.id]);
  if (element.kind === 'fork' && ins.length < 2 && !again)
    return together(
      outs.map((out) => goalOfFlow(version, process, out, [...passed, element.id])),
      ' and ',
      ' side by side',
    );
  if (element.kind === 'fork') return meeting(process, ins);
  if (element.kind === 'wait') return wait(version, process, outs);
  return { key: keyOf(element), says: says(version, element) };
}

/** Ends are told apart by what is read on them: nobody comes to know their ids. */
function keyOf({ id, kind, name, sends }: Element): string {
  return kind === 'end' || kind === 'terminate' ? [kind, name, sends ?? ''].join('|') : id;
}

function says(version: Version, element: Element): string {
  switch (element.kind) {
    case 'question':
      return `the question ${titled(element)}`;
    case 'stage':
      return `the stage ${titled(element)}`;
    case 'end':
    case 'terminate':
      return ending(element);
    case 'message-catch':
    case 'timer-catch':
      return `a wait for ${caught(version, element)}`;
    default:
      return titled(element);
  }
}

function ending({ kind, name, sends }: Element): string {
  const what = kind === 'terminate' ? 'the end of the stage with all that is open in it' : 'the end';
  const news = sends ? `, which gives the news ${quoted(sends)}` : '';
  return `${what}${name ? ` ${quoted(name)}` : ''}${news}`;
}

/** What an event waits for, in words. */
export function caught({ timescales }: Version, { message, timescale, name }: Element): string {
  if (message !== undefined) return `the news ${quoted(message)}`;
  const time = timescales.find(({ id }) => id === timescale)?.name ?? timescale;
  return time === undefined ? quoted(name || 'a time') : `the time of ${quoted(time)}`;
}

function meeting(process: Process, ins: Flow[]): Goal {
  const from = ins.flatMap(({ from: id }) => elementOf(process, id) ?? []);
  // what has no name on the drawing is no help to whoever hears it
  const named = from.filter(({ name }) => name !== '').map(titled);
  return {
    key: `meeting ${ins
      .map(({ from: id }) => id)
      .sort()
      .join(' ')}`,
    says: `the meeting of the branches${named.length > 0 ? ` after ${named.join(' and ')}` : ''}`,
  };
}

function wait(version: Version, process: Process, outs: Flow[]): Goal {
  const events = outs.flatMap(({ to }) => elementOf(process, to) ?? []);
  return {
    key: `wait ${events
      .map(({ id }) => id)
      .sort()
      .join(' ')}`,
    says: `a wait for ${events.map((event) => caught(version, event)).join(' or ')}`,
  };
}

function together(goals: Goal[], by: string, after = ''): Goal {
  if (goals.length === 0) return { key: '', says: 'nowhere' };
  const keys = goals.map(({ key }) => key);
  return {
    key: keys.length > 1 ? `(${keys.sort().join(' ')})` : (keys[0] ?? ''),
    says: goals.map((goal) => goal.says).join(by) + (goals.length > 1 ? after : ''),
  };
}
