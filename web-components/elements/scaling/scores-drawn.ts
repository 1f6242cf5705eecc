import { daysBetween, type ScoresAbout } from '#engine/browser';
import { html, svg, type TemplateResult } from 'lit';
import { sayDay, sayShortDay } from '../../words/dates.ts';
import { practice as words } from '../../words-office/practice.ts';
import { colourOf, dashOf, mark } from './marks.ts';
import { sayMoves, sayRater, type ScoreWords } from './say-scores.ts';

const size = { width: 440, height: 236, left: 26, right: 14, top: 10, bottom: 30 };
const most = 10;

/** Scores from 0 to 10 over time: a line for each person, told apart by shape as well as colour. */
export function scoresDrawn(scores: ScoresAbout, title: string, about: ScoreWords): TemplateResult {
  const days = [...new Set(scores.series.flatMap((one) => one.scores.map(({ on }) => on)))].sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const span = Math.max(1, daysBetween(first, last));
  const x = (on: string): number =>
    days.length === 1
      ? (size.left + size.width - size.right) / 2
      : size.left + 8 + (daysBetween(first, on) / span) * (size.width - size.left - size.right - 16);
  const y = (score: number): number => size.top + (1 - score / most) * (size.height - size.top - size.bottom);
  return html`
    <figure class="tl-scores__figure">
      <svg
        class="tl-scores__drawing"
        viewBox="0 0 ${size.width} ${size.height}"
        role="img"
        aria-label="${words.chart(title)}. ${words.chartSays(sayMoves(scores, about))}"
      >
        ${[0, 2, 4, 6, 8, 10].map(
          (score) => svg`
            <line x1=${size.left} x2=${size.width - size.right} y1=${y(score)} y2=${y(score)} stroke="#d5dedb" />
            <text x=${size.left - 6} y=${y(score) + 4} text-anchor="end" font-size="12" fill="#3b4649">${score}</text>`,
        )}
        ${ticks(days, x).map(
          ({ on, at, anchor }) => svg`
            <line x1=${at} x2=${at} y1=${y(0)} y2=${y(0) + 5} stroke="#3b4649" />
            <text x=${at} y=${y(0) + 19} text-anchor=${anchor} font-size="12" fill="#3b4649">${sayShortDay(on)}</text>`,
        )}
        ${scores.series.map((series, place) => {
          // two people at the same number on the same day: both marks are seen
          const aside = (place - (scores.series.length - 1) / 2) * 3;
          const points = series.scores.map(({ on, score }) => ({ on, score, x: x(on) + aside, y: y(score) }));
          return svg`
            <polyline fill="none" stroke=${colourOf(place)} stroke-width="2.5" stroke-dasharray=${dashOf(place)}
              points=${points.map((point) => `${point.x},${point.y}`).join(' ')} />
            ${points.map(
              (point) =>
                svg`<g>${mark(place, point.x, point.y)}<title>${words.gave(sayRater(series, about), point.score)}, ${sayDay(point.on)}</title></g>`,
            )}`;
        })}
      </svg>
      <figcaption>
        <ul class="tl-scores__key">
          ${scores.series.map(
            (series, place) =>
              html`<li>
                <svg width="28" height="16" aria-hidden="true" focusable="false">
                  <line x1="0" x2="28" y1="8" y2="8" stroke=${colourOf(place)} stroke-width="2.5" />
                  ${mark(place, 14, 8)}
                </svg>
                ${sayRater(series, about)}
              </li>`,
          )}
        </ul>
      </figcaption>
    </figure>
  `;
}

interface Tick {
  on: string;
  at: number;
  anchor: 'start' | 'middle' | 'end';
}

/** Days that are written below the line: the first and the last, and those between that have room. */
function ticks(days: readonly string[], x: (on: string) => number): Tick[] {
  const room = 74;
  const last = days.at(-1) ?? '';
  const kept: Tick[] = [];
  for (const on of days) {
    const at = x(on);
    const before = kept.at(-1)?.at ?? -Infinity;
    const fits = at - before >= room && (on === last || x(last) - at >= room);
    if (kept.length === 0 || fits) kept.push({ on, at, anchor: 'middle' });
  }
  if (days.length > 1 && kept.at(-1)?.on !== last && x(last) - (kept.at(-1)?.at ?? 0) >= room)
    kept.push({ on: last, at: x(last), anchor: 'middle' });
  const [first, end] = [kept[0], kept.at(-1)];
  if (days.length > 1 && first) first.anchor = 'start';
  if (kept.length > 1 && end) end.anchor = 'end';
  return kept;
}
