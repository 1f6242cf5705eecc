import type { Paragraph } from 'docx';
import { plainOf } from '#engine';
import type { DocumentBlock, Shape, Sketch } from '#engine';
import { docxSketch } from './docx-sketch.ts';

const [left, width, row] = [190, 390, 30];
const colours = { ink: '#0b0c0c', quiet: '#505a5f', rule: '#b1b4b6', accent: '#1d4f5c' };

/** So many lines are one drawing: it goes on a page as a whole. */
const most = 20;

/** Each number on its line from 0 to 10, as on the page and in a PDF; the table below says the same. */
export function docxScale({ scores, caption }: DocumentBlock & { kind: 'scale' }): Paragraph[] {
  return Array.from({ length: Math.ceil(scores.length / most) }, (_, at) => {
    const own = scores.slice(at * most, (at + 1) * most).map((one) => ({ ...one, who: plainOf(one.who) }));
    const says = own.map(({ who, score }) => `${who} ${String(score)}`).join(', ');
    return docxSketch(drawn(own), `${plainOf(caption)}: ${says}`);
  });
}

function drawn(scores: { who: string; score: number }[]): Sketch {
  const under = scores.length * row + 18;
  const ends = [0, 10].map((end): Shape => ({
    ...{ kind: 'text', x: left + (width * end) / 10, y: under, text: String(end), size: 12, middle: true },
    fill: colours.quiet,
  }));
  const lines = scores.flatMap(({ who, score }, at) => lineOf(who, score, at * row + 18));
  return { width: left + width + 20, height: under + 8, shapes: [...lines, ...ends] };
}

function lineOf(who: string, score: number, y: number): Shape[] {
  const line = { stroke: colours.rule, weight: 2 };
  const x = left + (width * Math.min(10, Math.max(0, score))) / 10;
  const mark = { x: x - 11, y: y - 11, width: 22, height: 22, fill: colours.accent, stroke: colours.accent };
  return [
    { kind: 'text', x: 0, y: y + 5, text: short(who, 26), size: 13, fill: colours.ink },
    { kind: 'line', x1: left, y1: y, x2: left + width, y2: y, ...line },
    ...Array.from({ length: 11 }, (_, step): Shape => {
      const at = left + (width * step) / 10;
      return { kind: 'line', x1: at, y1: y - 4, x2: at, y2: y + 4, ...line, weight: 1 };
    }),
    { kind: 'ellipse', ...mark, weight: 1 },
    { kind: 'text', x, y: y + 5, text: String(score), size: 13, fill: '#ffffff', bold: true, middle: true },
  ];
}

/** A long name is read in full in the table. */
const short = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
