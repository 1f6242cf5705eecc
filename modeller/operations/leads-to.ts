import { leadTo, lead } from '../make/draw.ts';
import { shapeOf } from '../make/places.ts';
import { goalsIn } from './choices.ts';
import { leadsNowhere } from './end-here.ts';
import type { Operation, Target } from './operation.ts';

/** Where a way leads: to something else of the same stage. */
export const leadsTo: Operation = {
  id: 'leads-to',
  name: 'Lead elsewhere',
  group: 'ways',
  fits: (target) => target.kind === 'line' || leadsNowhere(target),
  asks: (target) => [
    {
      ...{ id: 'to', says: 'Where it leads', kind: 'one' },
      value: target.kind === 'line' ? target.flow.to : '',
      options: goalsIn(target.process, from(target)),
    },
  ],
  run: ({ editor }, target, { to = '' }) => {
    const goal = shapeOf(editor, to);
    const shape = shapeOf(editor, target.id);
    if (target.kind === 'line') leadTo(editor, shape, goal);
    else lead(editor, shape, goal);
    return target.id;
  },
};

const from = (target: Target): string => (target.kind === 'line' ? target.flow.from : target.id);
