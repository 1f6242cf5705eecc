import { middle, type Box } from '../diagram/shapes.ts';
import { carry, draw, lead } from '../make/draw.ts';
import { groundOf, insert } from '../make/insert.ts';
import { takeOut } from '../make/close-gap.ts';
import { shapeOf } from '../make/places.ts';
import { freeRow, tidy } from '../make/room.ts';
import { elementIn, following, leadingIn } from './choices.ts';
import { isElement, type Operation, type Target } from './operation.ts';

/** Two things done side by side: this step and the next, or this step and a new one. */
export const sideBySide: Operation = {
  id: 'side-by-side',
  name: 'Do something side by side with this',
  group: 'ways',
  fits: (target) =>
    isElement(target, 'step', 'stage') && following(target).length === 1 && leadingIn(target).length > 0,
  asks: (target) => [
    {
      ...{ id: 'with', says: 'With what', kind: 'one', value: '', optional: true },
      options: [{ value: '', label: 'With a new step' }, ...nextStep(target)],
    },
    {
      ...{
        id: 'name',
        says: 'What the new step does, as verb and object',
        kind: 'text',
        value: '',
        optional: true,
      },
      hint: 'Only for a new step',
    },
  ],
  run: ({ editor }, target, answers) => {
    const first = shapeOf(editor, target.id);
    const place = groundOf(first);
    const type = 'bpmn:ParallelGateway';
    const next = answers['with'] ? shapeOf(editor, answers['with']) : undefined;
    if (next) {
      takeOut(editor, next);
      // out of the way of the lines that are drawn next
      carry(editor, next, middle(freeRow(place, { ...boxOf(next), y: next.y + 110 })), place);
    }
    const fork = insert(editor, { before: first }, { type, name: '', words: `before ${first.id}` });
    const meet = insert(editor, { after: first }, { type, name: '', words: `after ${first.id}` });
    const below = freeRow(place, { ...boxOf(first), y: first.y + 110 });
    if (next) carry(editor, next, middle(below), place);
    const other =
      next ?? draw(editor, { type: 'bpmn:UserTask', name: answers['name'] ?? '' }, middle(below), place);
    lead(editor, fork, other);
    lead(editor, other, meet);
    tidy(editor);
    return other.id;
  },
};

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

/** The step directly after, when the way between them is plain. */
function nextStep(target: Target) {
  if (target.kind !== 'element') return [];
  const next = elementIn(target.process, following(target)[0]);
  const plain = next && (next.kind === 'step' || next.kind === 'stage');
  const alone = plain && target.process.flows.filter(({ to }) => to === next.id).length === 1;
  const onward = plain && target.process.flows.filter(({ from }) => from === next.id).length === 1;
  return alone && onward ? [{ value: next.id, label: `With the next: “${next.name}”` }] : [];
}
