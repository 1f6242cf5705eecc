import { svg, type TemplateResult } from 'lit';

/** Colours that stand out from white and from each other; the shape and the name beside it say the same. */
const colours = ['#17474d', '#a62a1e', '#1d5fa6', '#5b2a86', '#5a6b16', '#9a4b00', '#0b0c0c', '#8a1f5c'];

const shapes: ((x: number, y: number, colour: string) => TemplateResult)[] = [
  (x, y, colour) => svg`<circle cx=${x} cy=${y} r="5" fill=${colour} />`,
  (x, y, colour) => svg`<rect x=${x - 4.5} y=${y - 4.5} width="9" height="9" fill=${colour} />`,
  (x, y, colour) => svg`<path d="M${x} ${y - 6}l6 10h-12z" fill=${colour} />`,
  (x, y, colour) => svg`<path d="M${x} ${y - 6.5}l6 6.5-6 6.5-6-6.5z" fill=${colour} />`,
  (x, y, colour) => svg`<circle cx=${x} cy=${y} r="4.5" fill="#fff" stroke=${colour} stroke-width="2.5" />`,
  (x, y, colour) =>
    svg`<rect x=${x - 4} y=${y - 4} width="8" height="8" fill="#fff" stroke=${colour} stroke-width="2.5" />`,
  (x, y, colour) => svg`<path d="M${x} ${y + 6}l6-10h-12z" fill=${colour} />`,
  (x, y, colour) =>
    svg`<path d="M${x - 4.5} ${y - 4.5}l9 9m0-9l-9 9" stroke=${colour} stroke-width="3" fill="none" />`,
];

export const colourOf = (at: number): string => colours[at % colours.length] ?? '#000';

/** Dashes tell lines apart once the colours begin again. */
export const dashOf = (at: number): string => (at < colours.length ? '' : '6 4');

/** The mark of the line at this place, drawn around a point. */
export function mark(at: number, x: number, y: number): TemplateResult {
  const shape = shapes[at % shapes.length] as (typeof shapes)[number];
  return shape(x, y, colourOf(at));
}
