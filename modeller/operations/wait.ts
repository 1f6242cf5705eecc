import { messageEvent, timerEvent } from '../make/events.ts';
import { draw, lead, sizeOf, type New } from '../make/draw.ts';
import { bottom, middle, right } from '../diagram/shapes.ts';
import { groundOf, insert } from '../make/insert.ts';
import { linesOut } from '../make/places.ts';
import { freeRow, gap, tidy } from '../make/room.ts';
import { news, timescales } from './choices.ts';
import type { Hand, Operation } from './operation.ts';
import { hasAfter, spotAfter } from './where.ts';

/** A wait after something: for news, for a time, or for whichever of the two comes first. */
export const wait: Operation = {
  id: 'wait',
  name: 'Wait for news or a time after this',
  group: 'ways',
  fits: hasAfter,
  asks: (_target, hand) => [
    {
      ...{ id: 'news', says: 'For which news', kind: 'one', value: '', optional: true },
      options: [{ value: '', label: 'For none' }, ...news(hand)],
    },
    {
      ...{ id: 'timescale', says: 'For which time', kind: 'one', value: '', optional: true },
      options: [{ value: '', label: 'For none' }, ...timescales(hand)],
    },
  ],
  run: (hand, target, answers) => {
    const { editor } = hand;
    const events = waits(hand, answers['news'] ?? '', answers['timescale'] ?? '');
    const [first, second] = events;
    if (!first) return undefined;
    if (!second) return insert(editor, spotAfter(hand, target), first).id;
    const fork = insert(editor, spotAfter(hand, target), {
      type: 'bpmn:EventBasedGateway',
      name: '',
      words: 'whichever comes first',
    });
    const [onward] = linesOut(fork);
    if (!onward) return fork.id;
    const meet = insert(
      editor,
      { on: onward },
      { type: 'bpmn:ExclusiveGateway', name: '', words: `after ${fork.id}` },
    );
    const [between] = linesOut(fork);
    if (!between) return fork.id;
    insert(editor, { on: between }, first);
    const place = groundOf(fork);
    const size = sizeOf(second.type);
    const below = { x: right(fork) + gap, y: bottom(fork) + gap, ...size };
    const other = draw(editor, second, middle(freeRow(place, below)), place);
    lead(editor, fork, other);
    lead(editor, other, meet);
    tidy(editor);
    return fork.id;
  },
};

function waits(hand: Hand, message: string, timescale: string): New[] {
  const type = 'bpmn:IntermediateCatchEvent';
  const time = hand.beside.timescales.find(({ id }) => id === timescale);
  return [
    ...(message === '' ? [] : [{ type, name: message, event: messageEvent(hand.editor, message) }]),
    ...(time
      ? [
          {
            type,
            name: time.name,
            event: timerEvent(hand.editor),
            attributes: { 'pathway:timescale': time.id },
          },
        ]
      : []),
  ];
}
