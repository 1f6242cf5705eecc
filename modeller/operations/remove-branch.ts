import { shapeOf } from '../make/places.ts';
import { following } from './choices.ts';
import type { Operation } from './operation.ts';

/** Takes a way out; what it led to stays, and the checks say when nothing leads there any more. */
export const removeBranch: Operation = {
  id: 'remove-branch',
  name: 'Remove this way',
  group: 'end',
  fits: (target) => target.kind === 'line',
  run: ({ editor }, target) => {
    const line = shapeOf(editor, target.id);
    editor.get('modeling').removeElements([line]);
    return target.kind === 'line' ? target.flow.from : following(target)[0];
  },
};
