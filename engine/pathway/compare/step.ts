import type { Element, Version } from '../../contracts/index.ts';
import { inWords } from '../describe-timescale.ts';
import { outgoing } from '../graph.ts';
import {
  changeOf,
  elementName,
  formName,
  pairs,
  placeName,
  processName,
  quoted,
  roleName,
  titled,
} from './both.ts';
import type { Both, Change, Kind, Spot } from './change.ts';
import { caught, goalOf } from './goals.ts';

/** What is new on the drawing, what is gone, and what now stands elsewhere. */
export const step: Kind = (both) => [
  ...strands(both),
  ...[...both.is.values()].filter((spot) => !isThere(both.was, spot)).flatMap((spot) => added(both, spot)),
  ...[...both.was.values()].filter((spot) => !isThere(both.is, spot)).flatMap((spot) => gone(both, spot)),
  ...pairs(both).flatMap(({ before, after }) => elsewhere(both, before, after)),
];

const isThere = (spots: Both['was'], { element }: Spot): boolean =>
  spots.get(element.id)?.element.kind === element.kind;

/** What people see as a thing of its own; starts, ends, joins and notes are told with what leads to them, or not at all. */
function thing(version: Version, { element, process }: Spot): string | null {
  switch (element.kind) {
    case 'step':
      return `step ${titled(element)}`;
    case 'stage':
      return `stage ${titled(element)}`;
    case 'question':
      return outgoing(process, element.id).length > 1 ? `question ${titled(element)}` : null;
    case 'message-catch':
    case 'timer-catch':
      return `wait for ${caught(version, element)}`;
    default:
      return null;
  }
}

function added(both: Both, spot: Spot): Change[] {
  const { after } = both;
  const { element, process } = spot;
  const say = (sentence: string): Change[] => [changeOf(both, 'step', element.id, sentence)];
  if (isBoundary(element)) {
    const next = goalOf(after, process, element.id).says;
    return say(
      `${upper(caught(after, element))} now ends ${host(after, element)} early. Then comes ${next}.`,
    );
  }
  const what = thing(after, spot);
  if (what === null) return [];
  const is = element.kind === 'step' ? `: ${how(after, element)}` : '';
  const next = element.kind === 'question' ? '' : ` Then comes ${goalOf(after, process, element.id).says}.`;
  return say(`There is a new ${what} in ${placeName(after, process)}${is}.${next}`);
}

function gone(both: Both, spot: Spot): Change[] {
  const { before } = both;
  const { element, process } = spot;
  const say = (sentence: string): Change[] => [changeOf(both, 'step', element.id, sentence)];
  if (isBoundary(element))
    return say(`${upper(caught(before, element))} no longer ends ${host(before, element)} early.`);
  const what = thing(before, spot);
  return what === null ? [] : say(`The ${what} of ${placeName(before, process)} is gone.`);
}

function elsewhere(both: Both, before: Spot, after: Spot): Change[] {
  const { element } = after;
  const say = (sentence: string): Change => changeOf(both, 'step', element.id, sentence);
  const moved: Change[] = [];
  if (before.process.id !== after.process.id && thing(both.after, after) !== null) {
    const [to, from] = [placeName(both.after, after.process), placeName(both.before, before.process)];
    moved.push(say(`${titled(element)} now stands in ${to} (before: in ${from}).`));
  }
  if (before.element.attachedTo !== element.attachedTo) {
    const [to, from] = [host(both.after, element), host(both.before, before.element)];
    moved.push(say(`${upper(caught(both.after, element))} now ends ${to} early (before: ${from}).`));
  }
  if (element.kind === 'stage' && before.element.process !== element.process) {
    const [to, from] = [
      processName(both.after, element.process),
      processName(both.before, before.element.process),
    ];
    moved.push(say(`The stage ${titled(element)} now holds ${to} (before: ${from}).`));
  }
  return moved;
}

function strands(both: Both): Change[] {
  const of = ({ pathway }: Version) => pathway.processes.filter(({ kind }) => kind === 'strand');
  const [old, now] = [of(both.before), of(both.after)];
  const first = (process: (typeof old)[number]): string =>
    process.elements.find(({ kind }) => kind === 'step')?.id ?? process.elements[0]?.id ?? process.id;
  return [
    ...now
      .filter(({ id }) => !old.some((one) => one.id === id))
      .map((process) => {
        const name = placeName(both.after, process).replace(/^the /, '');
        return changeOf(
          both,
          'step',
          first(process),
          `There is a new ${name}, which begins with the news ${quoted(process.message ?? '')}.`,
        );
      }),
    ...old
      .filter(({ id }) => !now.some((one) => one.id === id))
      .map((process) =>
        changeOf(both, 'step', first(process), `${upper(placeName(both.before, process))} is gone.`),
      ),
  ];
}

/** Who does a step, with what, by when. */
function how(version: Version, { role, form, timescales }: Element): string {
  const times = (timescales ?? []).flatMap((id) => {
    const timescale = version.timescales.find((one) => one.id === id);
    return timescale ? [`, ${inWords(timescale, version.facts)}`] : [];
  });
  return `done by ${roleName(version, role)}, with ${formName(version, form)}${[...new Set(times)].join('')}`;
}

const isBoundary = ({ kind }: Element): boolean => kind === 'message-boundary' || kind === 'timer-boundary';
const host = (version: Version, { attachedTo }: Element): string => elementName(version, attachedTo ?? '');
const upper = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
