import type { GenogramPerson } from '#engine/browser';
import { nothing, svg, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';

export const half = 22;

/** The shape of a person around a point, with their name and years below. */
export function personSymbol(person: GenogramPerson, x: number, y: number): TemplateResult {
  const width = person.child ? 4 : 2;
  const line = { fill: person.child ? '#e3efec' : '#fff', stroke: '#0b0c0c' };
  const [first, ...more] = inLines(person.called ?? person.name, 13, 2);
  return svg`<g>
    ${shapeOf(person, x, y, line, width)}
    ${
      person.died
        ? svg`<path d="M${x - half} ${y - half}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}" stroke="#0b0c0c" stroke-width="2" />`
        : nothing
    }
    <text x=${x} y=${y + half + 17} text-anchor="middle" font-size="14" font-weight=${person.child ? 700 : 400} fill="#0b0c0c">${first}${more.map(
      (text) => svg`<tspan x=${x} dy="16">${text}</tspan>`,
    )}</text>
    ${[years(person), ...inLines(person.relation, 17, 2)]
      .filter(Boolean)
      .map(
        (text, at) =>
          svg`<text x=${x} y=${y + half + 33 + 15 * (more.length + at)} text-anchor="middle" font-size="12" fill="#3b4649">${text}</text>`,
      )}
  </g>`;
}

function shapeOf(
  { sex, unborn }: GenogramPerson,
  x: number,
  y: number,
  { fill, stroke }: { fill: string; stroke: string },
  width: number,
): TemplateResult {
  if (unborn)
    return svg`<path d="M${x} ${y - half}l${half} ${2 * half}h${-2 * half}z" fill=${fill} stroke=${stroke} stroke-width=${width} />`;
  if (sex === 'M')
    return svg`<rect x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} fill=${fill} stroke=${stroke} stroke-width=${width} />`;
  if (sex === 'F')
    return svg`<circle cx=${x} cy=${y} r=${half} fill=${fill} stroke=${stroke} stroke-width=${width} />`;
  return svg`<path d="M${x} ${y - half}l${half} ${half}-${half} ${half}-${half}-${half}z" fill=${fill} stroke=${stroke} stroke-width=${width} />`;
}

function years({ born, died, expected, unborn }: GenogramPerson): string {
  if (unborn && expected) return words.dueOn(expected);
  if (!born && !died) return '';
  return `${born?.slice(0, 4) ?? ''}${died ? `–${died.slice(0, 4)}` : ''}`;
}

/** A name in short lines; what does not fit ends in an ellipsis, and stands whole in the words below the drawing. */
export function inLines(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines
    .slice(0, most)
    .map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (lines.length > most && kept.length > 0) kept[most - 1] = `${(kept[most - 1] ?? '').replace(/…$/, '')}…`;
  return kept;
}
