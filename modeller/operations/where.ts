import type { Shape } from '../diagram/shapes.ts';
import type { Spot } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { following } from './choices.ts';
import { isElement, type Hand, type Target } from './operation.ts';

/** Something can come after it: it stands on the way, and the way does not part there. */
export const hasAfter = (target: Target): boolean =>
  target.kind === 'line' ||
  (isElement(
    target,
    ...([
      'start',
      'step',
      'stage',
      'message-catch',
      'timer-catch',
      'message-boundary',
      'timer-boundary',
      'question',
      'fork',
    ] as const),
  ) &&
    following(target).length <= 1);

/** Where something new comes in after a target: on the line itself, or after what is drawn. */
export function spotAfter({ editor }: Hand, target: Target): Spot {
  const shape: Shape = shapeOf(editor, target.id);
  return target.kind === 'line' ? { on: shape } : { after: shape };
}
