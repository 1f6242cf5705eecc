import { middle } from '../diagram/shapes.ts';
import { draw, lead, leadTo } from '../make/draw.ts';
import { endingAll } from '../make/events.ts';
import { beside, groundOf } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { tidy } from '../make/room.ts';
import { following } from './choices.ts';
import { isElement, type Operation, type Target } from './operation.ts';

/** An end of its own for a way, or for something that leads nowhere yet. */
export const endHere: Operation = {
  id: 'end-here',
  name: 'End here',
  group: 'end',
  fits: (target) => target.kind === 'line' || leadsNowhere(target),
  asks: () => [
    { id: 'name', says: 'What has been reached', kind: 'text', value: '' },
    {
      ...{ id: 'all', says: 'What ends', kind: 'one', value: '', optional: true },
      options: [
        { value: '', label: 'Only this way' },
        { value: 'all', label: 'Everything that is open in the stage' },
      ],
    },
  ],
  run: ({ editor }, target, { name = '', all = '' }) => {
    const line = target.kind === 'line' ? shapeOf(editor, target.id) : undefined;
    const from = line?.source ?? shapeOf(editor, target.id);
    const type = 'bpmn:EndEvent';
    const what = { type, name, ...(all === 'all' ? { event: endingAll(editor) } : {}) };
    const end = draw(editor, what, middle(beside(editor, from, what)), groundOf(from));
    if (line) leadTo(editor, line, end);
    else lead(editor, from, end);
    tidy(editor);
    return end.id;
  },
};

export const leadsNowhere = (target: Target): boolean =>
  target.kind === 'element' &&
  !isElement(target, 'end', 'terminate', 'note', 'refused') &&
  following(target).length === 0;
