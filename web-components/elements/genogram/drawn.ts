import { familyShapes, type Genogram, type GenogramPerson } from '#engine/browser';
import type { TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';
import { sketchDrawn } from './sketch-drawn.ts';

/** The family as a drawing; `says` is the whole of it in words. */
export const genogramDrawn = (family: Genogram, says: string): TemplateResult =>
  sketchDrawn(familyShapes(family, { home: words.homeLine, dates }), says);

function dates({ born, died, expected, unborn }: GenogramPerson): string {
  if (unborn && expected) return words.dueOn(expected);
  if (!born && !died) return '';
  return `${born?.slice(0, 4) ?? ''}${died ? `–${died.slice(0, 4)}` : ''}`;
}
