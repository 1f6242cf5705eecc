import type { Timescale } from '#engine/browser';
import { changeFiles } from '../files-behaviour.ts';
import { facts } from './choices.ts';
import { text } from './new-form.ts';
import { isElement, type Answers, type Hand, type Operation } from './operation.ts';
import { say } from './say.ts';

const units: { value: Timescale['unit']; label: string }[] = [
  { value: 'working-days', label: 'working days' },
  { value: 'calendar-days', label: 'days' },
  { value: 'calendar-months', label: 'months' },
  { value: 'hours', label: 'hours' },
];

/** A timescale of the authority's own, and the step it is for. */
export const newTimescale: Operation = {
  id: 'new-timescale',
  name: 'Set a timescale of our own',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (_target, hand) => [
    { id: 'name', says: 'What it is called', kind: 'text', value: '' },
    { id: 'length', says: 'How long', kind: 'number', value: '5' },
    { id: 'unit', says: 'Counted in', kind: 'one', value: 'working-days', options: units },
    { id: 'from', says: 'Counted from', kind: 'one', value: '', options: facts(hand) },
    { id: 'until', says: 'It ends with', kind: 'one', value: '', options: facts(hand) },
  ],
  run: (hand, target, answers) => {
    const made = timescale(hand, answers);
    changeFiles(hand.editor, { 'timescales.json': text([...hand.beside.timescales, made]) });
    const before = isElement(target) ? (target.element.timescales ?? []) : [];
    return say(hand, target.id, 'timescale', [...before.filter((id) => id !== 'none'), made.id].join(' '));
  },
};

function timescale(
  hand: Hand,
  { name = '', length = '', unit = '', from = '', until = '' }: Answers,
): Timescale {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const taken = hand.beside.timescales.map(({ id }) => id);
  let id = plain || 'timescale';
  for (let n = 2; taken.includes(id); n += 1) id = `${plain}-${String(n)}`;
  const counted = units.find(({ value }) => value === unit)?.value ?? 'working-days';
  return {
    ...{ id, name, from, until: [until], length: Number(length), unit: counted },
    ...{ source: 'Local', local: true, warn: [], lateReason: false },
  };
}
