import { processesInOrder, timescaleInWords, type Element, type Process } from '#engine/browser';
import type { Hand, Option, Target } from './operation.ts';

/** What can be chosen from, named as people read it. */
export const roles = ({ beside }: Hand): Option[] => beside.roles.map(named);

export const forms = ({ beside }: Hand): Option[] =>
  Object.values(beside.forms)
    .map(({ id, title }) => ({ value: id, label: title }))
    .sort((a, b) => a.label.localeCompare(b.label));

export const timescales = ({ beside }: Hand): Option[] =>
  beside.timescales.map((timescale) => ({
    value: timescale.id,
    label: `${timescale.name}: ${timescaleInWords(timescale, beside.facts)}`,
  }));

export const facts = ({ beside }: Hand): Option[] => beside.facts.map(named);

/** News that something in the drawing gives or waits for. */
export function news({ pathway }: Hand): Option[] {
  const names = pathway.processes.flatMap(({ elements }) =>
    elements.flatMap(({ message, sends }) => [message, sends].filter((name) => name !== undefined)),
  );
  return [...new Set(names)].sort().map((name) => ({ value: name, label: name }));
}

/** Pieces that a stage may call. */
export const shared = ({ pathway }: Hand): Option[] =>
  pathway.processes.filter(({ kind }) => kind === 'called').map(named);

const goals: Element['kind'][] = [
  'step',
  'stage',
  'question',
  'fork',
  'wait',
  'end',
  'terminate',
  'message-catch',
  'timer-catch',
];

/** What a line may lead to within the same stage. */
export const goalsIn = (process: Process, but?: string): Option[] =>
  process.elements
    .filter(({ id, kind }) => id !== but && goals.includes(kind))
    .map((element) => ({ value: element.id, label: meetingLabel(process, element) }));

/** Where ways meet has no name of its own: it is told by what comes after. */
function meetingLabel(process: Process, element: Element): string {
  if (element.name !== '' || element.kind !== 'question') return labelOf(element);
  return `where ways meet before ${goalOf(process, element.id)}`;
}

/** Every place in the pathway that something can be moved to: after something, wherever that stands. */
export function placesIn({ pathway }: Hand, but: string): Option[] {
  return processesInOrder(pathway).flatMap((process) =>
    process.elements
      .filter(({ id, kind }) => id !== but && ['start', 'step', 'stage'].includes(kind))
      .map((element) => ({
        value: element.id,
        label: `${process.name || process.id}: after ${labelOf(element)}`,
      })),
  );
}

const kinds: Partial<Record<Element['kind'], string>> = {
  start: 'the beginning',
  question: 'the question',
  fork: 'side by side',
  wait: 'the wait',
  stage: 'the stage',
  end: 'the end',
  terminate: 'the end of everything',
  'message-catch': 'the wait for',
  'timer-catch': 'the wait for',
};

/** What a way leads to, as people read it: where ways only meet, what comes after that. */
export function goalOf(process: Process, id: string, passed: readonly string[] = []): string {
  const element = elementIn(process, id);
  if (!element) return id;
  const onward = process.flows.filter(({ from }) => from === id);
  const [only] = onward;
  const meets = element.name === '' && element.kind === 'question' && onward.length === 1;
  return meets && only && !passed.includes(id) ? goalOf(process, only.to, [...passed, id]) : labelOf(element);
}

/** How an element is named in a list: what it is, and what is written on it. */
export function labelOf(element: Element): string {
  const kind = kinds[element.kind] ?? '';
  const name = element.name === '' ? '' : `“${element.name}”`;
  const both = [kind, name].filter((part) => part !== '').join(' ');
  return name === '' ? `${both} (${element.id})` : both;
}

const named = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name });

/** What something drawn leads on to, by id; none at an end. */
export const following = (target: Target): string[] =>
  target.kind === 'element'
    ? target.process.flows.filter(({ from }) => from === target.id).map(({ to }) => to)
    : [];

export const leadingIn = (target: Target): string[] =>
  target.kind === 'element'
    ? target.process.flows.filter(({ to }) => to === target.id).map(({ from }) => from)
    : [];

export const elementIn = (process: Process, id: string | undefined): Element | undefined =>
  process.elements.find((element) => element.id === id);
