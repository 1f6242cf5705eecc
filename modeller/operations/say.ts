import { shapeOf } from '../make/places.ts';
import type { Hand } from './operation.ts';

/** Writes one of our own attributes on something drawn; '' takes it away. */
export function say(hand: Hand, id: string, attribute: string, value: string | undefined): string {
  const property = { [`pathway:${attribute}`]: value === '' ? undefined : value };
  hand.editor.get('modeling').updateProperties(shapeOf(hand.editor, id), property);
  return id;
}
