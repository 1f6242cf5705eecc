import { drawnConditionInWords, timescaleInWords, type Beside, type Element } from '#engine/browser';
import { elementIn, goalOf } from '../operations/choices.ts';
import type { Hand, Target } from '../operations/index.ts';
import { kinds, panel as words } from '../words.ts';

/** What kind of thing it is, as people say it. */
export function kindOf(target: Target): string {
  if (target.kind === 'line') return kinds.line;
  if (target.kind === 'whole') {
    const { kind } = target.process;
    return kind === 'called' ? kinds.shared : kind === 'stage' ? kinds.stage : kinds[kind];
  }
  const { element, process } = target;
  if (element.kind === 'stage' && element.called) return kinds.called;
  const ways = process.flows.filter(({ from }) => from === element.id).length;
  return element.kind === 'question' && ways < 2 ? kinds.meeting : kinds[element.kind];
}

/** What is written on it; of a line, where it leads. */
export function titleOf(target: Target): string {
  if (target.kind === 'element') return target.element.name || kindOf(target);
  if (target.kind === 'whole') return target.process.name || target.process.id;
  return target.flow.name || `to ${goalOf(target.process, target.flow.to)}`;
}

/** What a step says of itself, or a way: each with the words it is said under. */
export function sayings(target: Target, hand: Hand): { says: string; is: string; form?: string }[] {
  if (target.kind === 'line') return ofLine(target, hand);
  if (target.kind === 'whole') return [];
  const { element } = target;
  if (element.kind === 'step') return ofStep(element, hand.beside);
  const time = hand.beside.timescales.find(({ id }) => id === element.timescale);
  return [
    ...(element.message === undefined ? [] : [{ says: words.waitsFor, is: element.message }]),
    ...(time
      ? [{ says: words.waitsFor, is: `${time.name}: ${timescaleInWords(time, hand.beside.facts)}` }]
      : []),
    ...(element.sends === undefined ? [] : [{ says: words.news, is: element.sends }]),
    ...(element.statute === undefined ? [] : [{ says: words.law, is: element.statute }]),
  ];
}

function ofStep(element: Element, beside: Beside): { says: string; is: string; form?: string }[] {
  const form = beside.forms[element.form ?? ''];
  return [
    { says: words.who, is: roleName(element, beside) },
    { says: words.when, is: timesOf(element, beside) },
    { says: words.form, is: form?.title ?? words.noForm, ...(form ? { form: form.id } : {}) },
    { says: words.why, is: element.purpose ?? words.nothing },
    ...(element.statute === undefined ? [] : [{ says: words.law, is: element.statute }]),
    ...(element.sends === undefined ? [] : [{ says: words.news, is: element.sends }]),
  ];
}

export const roleName = ({ role }: Element, { roles }: Beside): string =>
  roles.find(({ id }) => id === role)?.name ?? role ?? words.nobody;

/** By when a step is done, each timescale in words. */
export function timesOf({ timescales = [] }: Element, beside: Beside): string {
  const times = timescales.flatMap((id) => beside.timescales.find((one) => one.id === id) ?? []);
  if (times.length === 0) return words.noTime;
  return times.map((one) => `${one.name}: ${timescaleInWords(one, beside.facts)}`).join('; ');
}

function ofLine(
  { flow, process }: Extract<Target, { kind: 'line' }>,
  { beside }: Hand,
): { says: string; is: string }[] {
  const from = elementIn(process, flow.from);
  const leads = { says: words.leadsTo, is: goalOf(process, flow.to) };
  if (from?.kind !== 'question') return [leads];
  return [leads, { says: words.taken, is: takenWhen(flow, beside) }];
}

/** When a way on from a question is taken, in words. */
export const takenWhen = (flow: { condition?: string; isDefault: boolean }, beside: Beside): string =>
  flow.isDefault
    ? words.otherwise
    : flow.condition === undefined
      ? words.always
      : `when ${drawnConditionInWords(flow.condition, beside)}`;
