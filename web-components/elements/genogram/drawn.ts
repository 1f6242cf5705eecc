import type { Genogram, GenogramPerson } from '#engine/browser';
import { html, svg, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';
import { half, personSymbol } from './person-symbol.ts';

const step = { across: 132, down: 190 };
const edge = 72;
/** how far beside a person a line goes down, so that it does not cross their name */
const aside = 54;

type Point = { x: number; y: number };

/** The family as a drawing: everybody in their rank, lines between them, a dashed line around the children's home. */
export function genogramDrawn(family: Genogram, says: string): TemplateResult {
  const used = [...new Set(family.people.map(({ rank }) => rank))].sort();
  const widest = Math.max(...family.people.map(({ at }) => Math.abs(at)), 0);
  const middle = edge + widest * step.across;
  const places = new Map<string, Point>(
    family.people.map((one) => [
      one.id,
      { x: middle + one.at * step.across, y: 44 + used.indexOf(one.rank) * step.down },
    ]),
  );
  const at = (id: string): Point => places.get(id) ?? { x: 0, y: 0 };
  const size = { width: Math.round(2 * middle), height: used.length * step.down - 30 };
  return html`<svg
    class="tl-genogram__drawing"
    width=${size.width}
    height=${size.height}
    viewBox="0 0 ${size.width} ${size.height}"
    role="img"
    aria-label=${says}
  >
    ${homeLines(family.people, at)} ${family.unions.map((union, place) => unionLines(union, place, at))}
    ${family.partners.map(({ from, to }) => beside(at(from), at(to)))}
    ${family.above.map(({ from, to }) => upTo(at(from), at(to)))}
    ${family.people.map((one) => personSymbol(one, at(one.id).x, at(one.id).y))}
  </svg>`;
}

/** Parents who stand side by side are joined; else each has a line of their own. Below, one line to each child. */
function unionLines(
  { parents, children }: Genogram['unions'][number],
  place: number,
  at: (id: string) => Point,
): TemplateResult {
  const above = parents.map(at);
  const below = children.map(at);
  const top = above[0]?.y ?? 0;
  // each union has a height of its own, so that the lines of two of them are told apart
  const bar = top + 116 + (place % 4) * 9;
  const down = (below[0]?.y ?? 0) - half;
  const xs = above.map(({ x }) => x).sort((one, other) => one - other);
  const [left = 0, right = left] = [xs[0], xs.at(-1)];
  const joined = xs.length === 2 && right - left <= step.across + 1;
  const ends = joined ? [mean(above)] : xs.map((x) => (x < mean(below) ? x + aside : x - aside));
  const drops = joined
    ? `M${left + half} ${top}H${right - half}M${mean(above)} ${top}V${bar}`
    : xs
        .map((x, one) => `M${x < mean(below) ? x + half : x - half} ${top}H${ends[one] ?? x}V${bar}`)
        .join('');
  const all = [...ends, ...below.map(({ x }) => x)];
  const legs = below.map(({ x }) => `M${x} ${bar}V${down}`).join('');
  return svg`<path
    d="${drops}M${Math.min(...all)} ${bar}H${Math.max(...all)}${legs}"
    fill="none" stroke="#0b0c0c" stroke-width="2" />`;
}

const mean = (points: Point[]): number =>
  points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length);

/** From beside a grandparent down to the parent they belong to. */
function upTo(one: Point, other: Point): TemplateResult {
  const side = other.x < one.x ? -1 : 1;
  const x = one.x + side * aside;
  return svg`<path d="M${one.x + side * half} ${one.y}H${x}V${one.y + 116}H${other.x}V${other.y - half}" fill="none" stroke="#0b0c0c" stroke-width="2" />`;
}

/** A partner who is no parent: a dashed line above the two. */
function beside(one: Point, other: Point): TemplateResult {
  return svg`<path d="M${one.x} ${one.y - half}v-12H${other.x}v12" fill="none" stroke="#0b0c0c" stroke-width="2" stroke-dasharray="7 5" />`;
}

/** A dashed line around those of a rank who live in the children's home and stand side by side. */
function homeLines(people: readonly GenogramPerson[], at: (id: string) => Point): TemplateResult[] {
  const runs: GenogramPerson[][] = [];
  const ranks = new Set(people.map(({ rank }) => rank));
  for (const rank of ranks) {
    const inRank = people.filter((one) => one.rank === rank).toSorted((one, other) => one.at - other.at);
    let run: GenogramPerson[] = [];
    for (const one of [...inRank, undefined]) {
      if (one?.home === true) run.push(one);
      else {
        if (run.length > 0) runs.push(run);
        run = [];
      }
    }
  }
  return runs.map((run) => {
    const xs = run.map(({ id }) => at(id).x);
    const y = at(run[0]?.id ?? '').y;
    const left = Math.min(...xs) - 63;
    return svg`<rect x=${left} y=${y - half - 16} width=${Math.max(...xs) + 63 - left} height="140" rx="12" fill="#f7f5ee" stroke="#8a7a3c" stroke-width="1.5" stroke-dasharray="3 4" />
      <text x=${left + 8} y=${y - half - 2} font-size="11" fill="#5f5426">${words.homeLine}</text>`;
  });
}
