import { AlignmentType, Paragraph, TextRun } from 'docx';
import { ShapeGroupRun, type IShapeGroupChildOptions } from 'docx/shapes';
import type { Shape, Sketch } from '#engine';

/** As wide as the text of a page, in 1/96 inch. */
const across = 600;

/** A drawing as Word's own shapes, which can be moved and written over, with its words for whoever can't see it. */
export function docxSketch({ width, height, shapes }: Sketch, alt: string): Paragraph {
  const scale = Math.min(1, across / width);
  const children = [frame(width, height), ...shapes.map((shape) => drawn(shape, width, scale))];
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new Paragraph({
    keepNext: true,
    children: [
      new ShapeGroupRun({ children, transformation: size, altText: { name: 'Drawing', description: alt } }),
    ],
  });
}

/** The whole of the drawing, so that what is drawn stands where it should. */
const frame = (width: number, height: number): IShapeGroupChildOptions => ({
  type: 'rectangle',
  ...{ line: 'none', fill: 'none' },
  transformation: { offset: { left: 0, top: 0 }, width, height },
});

const forms = {
  rectangle: 'rectangle',
  round: 'roundedRectangle',
  ellipse: 'ellipse',
  diamond: 'diamond',
  triangle: 'triangle',
} as const;

const colour = (of: string): string => of.replace('#', '').toUpperCase();

function drawn(shape: Shape, within: number, scale: number): IShapeGroupChildOptions {
  if (shape.kind === 'text') return textDrawn(shape, within, scale);
  const line = {
    ...{ color: colour(shape.stroke), width: shape.weight * 0.75 * scale },
    ...(shape.dashed ? { dash: 'dash' as const } : {}),
  };
  if (shape.kind === 'line') {
    const [left, top] = [Math.min(shape.x1, shape.x2), Math.min(shape.y1, shape.y2)];
    const size = { width: Math.abs(shape.x2 - shape.x1), height: Math.abs(shape.y2 - shape.y1) };
    const vertical = shape.x2 > shape.x1 !== shape.y2 > shape.y1 && size.width > 0 && size.height > 0;
    return {
      ...{ type: 'line', line },
      transformation: { offset: { left, top }, ...size, ...(vertical ? { flip: { vertical } } : {}) },
    };
  }
  const { x: left, y: top, width, height } = shape;
  const type = forms[shape.kind];
  const fill = colour(shape.fill);
  return { type, fill, line, transformation: { offset: { left, top }, width, height } };
}

/** A box of its own, as high as its line, within the drawing; nothing wraps in it. */
function textDrawn(
  { x, y, text, size, fill, bold, middle }: Shape & { kind: 'text' },
  within: number,
  scale: number,
): IShapeGroupChildOptions {
  const room = within - x;
  const width = Math.max(1, middle ? 2 * Math.min(x, room, 80) : Math.min(room, 160));
  const run = { text, bold: bold ?? false, color: colour(fill), size: Math.round(size * 1.5 * scale) };
  const alignment = middle ? AlignmentType.CENTER : AlignmentType.LEFT;
  return {
    type: 'rectangle',
    ...{ line: 'none', fill: 'none' },
    transformation: {
      offset: { left: middle ? x - width / 2 : x, top: y - size * 1.15 },
      ...{ width, height: size * 1.5 },
    },
    textOptions: { wrap: false, margins: { top: 0, right: 0, bottom: 0, left: 0 }, verticalAlignment: 'top' },
    children: [new Paragraph({ alignment, spacing: { line: 240 }, children: [new TextRun(run)] })],
  };
}
