import { html, svg, type TemplateResult } from 'lit';

const width = 132;
const height = 34;
const edge = 4;

/** A run of values as a small line without axes; a gap where a value is not known. The words beside it say the same. */
export function sparkline(values: readonly (number | undefined)[], says: string): TemplateResult {
  const points = pointsOf(values);
  const last = points.findLast((point) => point !== undefined);
  return html`
    <span class="tl-spark">
      <svg
        viewBox="0 0 ${width} ${height}"
        width=${width}
        height=${height}
        aria-hidden="true"
        focusable="false"
      >
        ${svg`<line x1="0" x2=${width} y1=${height - 1} y2=${height - 1} stroke="#8a9693"></line>
        <path d=${pathOf(points)} fill="none" stroke="#12436d" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"></path>`}
        ${last ? svg`<circle cx=${last.x} cy=${last.y} r="3.5" fill="#12436d"></circle>` : ''}
      </svg>
      <span class="tl-spark__says">${says}</span>
    </span>
  `;
}

interface Point {
  x: number;
  y: number;
}

/** From nothing at the foot to the greatest at the head, so that a small change does not look like a great one. */
export function pointsOf(values: readonly (number | undefined)[]): (Point | undefined)[] {
  const most = Math.max(0, ...values.flatMap((value) => value ?? [])) || 1;
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  return values.map((value, at) =>
    value === undefined
      ? undefined
      : { x: round(edge + at * step), y: round(height - edge - (value / most) * (height - 2 * edge)) },
  );
}

/** A new stroke begins after a gap; a value that stands alone is a dot. */
export function pathOf(points: readonly (Point | undefined)[]): string {
  return points
    .flatMap((point, at) => {
      if (!point) return [];
      const [before, after] = [points[at - 1], points[at + 1]];
      const here = `${String(point.x)} ${String(point.y)}`;
      if (!before && !after) return `M${here}h0`;
      return `${before ? 'L' : 'M'}${here}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
