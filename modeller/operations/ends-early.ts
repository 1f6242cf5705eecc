import { bottom, middle, right } from '../diagram/shapes.ts';
import { draw, lead, sizeOf } from '../make/draw.ts';
import { messageEvent, timerEvent } from '../make/events.ts';
import { groundOf } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { freeRow, gap, tidy } from '../make/room.ts';
import { goalsIn, news, timescales } from './choices.ts';
import { isElement, type Operation } from './operation.ts';

/** News from outside, or time itself, that ends a stage or a step early and leads elsewhere. */
export const endsEarly: Operation = {
  id: 'ends-early',
  name: 'Let news or time end this early',
  group: 'ways',
  fits: (target) => isElement(target, 'stage', 'step'),
  asks: (target, hand) => [
    {
      ...{ id: 'by', says: 'What ends it', kind: 'one', value: '' },
      options: [
        ...news(hand).map(({ value, label }) => ({ value: `news ${value}`, label: `The news “${label}”` })),
        ...timescales(hand).map(({ value, label }) => ({ value: `time ${value}`, label: `Time: ${label}` })),
      ],
    },
    {
      ...{ id: 'to', says: 'Where it leads then', kind: 'one', value: '', optional: true },
      options: [{ value: '', label: 'To an end of its own' }, ...goalsIn(target.process, target.id)],
    },
  ],
  run: ({ editor, beside }, target, { by = '', to = '' }) => {
    const host = shapeOf(editor, target.id);
    const place = groundOf(host);
    const [kind = '', ...rest] = by.split(' ');
    const what = rest.join(' ');
    const time = beside.timescales.find(({ id }) => id === what);
    const name = kind === 'news' ? what : (time?.name ?? what);
    const event = kind === 'news' ? messageEvent(editor, what) : timerEvent(editor);
    const attributes = kind === 'news' ? {} : { 'pathway:timescale': what };
    const taken = host.attachers.length;
    const at = { x: right(host) - 24 - taken * 44, y: bottom(host) };
    const early = draw(editor, { type: 'bpmn:BoundaryEvent', name, event, attributes }, at, place, host);
    lead(editor, early, to === '' ? endBelow() : shapeOf(editor, to));
    tidy(editor);
    return early.id;

    function endBelow() {
      const size = sizeOf('bpmn:EndEvent');
      const box = { x: at.x - size.width / 2, y: at.y + gap + 20, ...size };
      return draw(editor, { type: 'bpmn:EndEvent', name }, middle(freeRow(place, box)), place);
    }
  },
};
