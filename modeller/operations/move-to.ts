import { middle } from '../diagram/shapes.ts';
import { takeOut } from '../make/close-gap.ts';
import { carry, lead, leadTo } from '../make/draw.ts';
import { beside, groundOf } from '../make/insert.ts';
import { linesOut, shapeOf } from '../make/places.ts';
import { gap, makeRoom, tidy } from '../make/room.ts';
import { placesIn } from './choices.ts';
import { isElement, type Operation } from './operation.ts';

/** A step or stage goes elsewhere: after something else, in its own stage or another. */
export const moveTo: Operation = {
  id: 'move-to',
  name: 'Move elsewhere',
  group: 'order',
  fits: (target) =>
    isElement(target, 'step', 'stage') &&
    target.process.flows.filter(({ from }) => from === target.id).length <= 1,
  asks: (target, hand) => [
    { id: 'after', says: 'Where to', kind: 'one', value: '', options: placesIn(hand, target.id) },
  ],
  run: ({ editor }, target, { after = '' }) => {
    const moving = shapeOf(editor, target.id);
    takeOut(editor, moving);
    const before = shapeOf(editor, after);
    const place = groundOf(before);
    const [line] = linesOut(before);
    const next = line?.target;
    const onward = next !== undefined && next.x > before.x;
    const box = onward
      ? { x: next.x, y: middle(next).y - moving.height / 2, width: moving.width, height: moving.height }
      : beside(editor, before, { type: moving.type });
    if (onward) makeRoom(editor, place, next.x, moving.width + gap);
    carry(editor, moving, middle(box), place);
    if (line && next) {
      leadTo(editor, line, moving);
      lead(editor, moving, next);
    } else lead(editor, before, moving);
    tidy(editor);
    return target.id;
  },
};
