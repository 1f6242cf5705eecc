import { plainOf } from '#engine';
import type { DocumentBlock } from '#engine';
import { page, type Piece } from './page.ts';

const [left, width, row] = [230, 400, 34];

/** Each number on its line from 0 to 10; the table below says the same. */
export function scalePicture({ scores, alt, zero, ten }: DocumentBlock & { kind: 'scale' }): Piece {
  const height = scores.length * row + 50;
  const lines = scores.map(({ who, score }, at) => {
    const y = at * row + 20;
    const x = left + (width * Math.min(10, Math.max(0, score))) / 10;
    return page`<text x="0" y="${y + 5}">${shortened(who)}</text><line x1="${left}" x2="${left + width}" y1="${y}" y2="${y}" stroke="#b1b4b6" stroke-width="2"/>${ticks(y)}<circle cx="${x}" cy="${y}" r="14" fill="#1d4f5c"/><text x="${x}" y="${y + 5}" text-anchor="middle" fill="#fff" font-weight="bold">${score}</text>`;
  });
  const under = height - 12;
  return page`<figure><svg role="img" aria-label="${alt}" viewBox="0 0 ${left + width + 20} ${height}">${lines}<text x="${left}" y="${under}" fill="#505a5f">0</text><text x="${left + width}" y="${under}" text-anchor="middle" fill="#505a5f">10</text></svg>
<figcaption>0: ${zero}. 10: ${ten}.</figcaption></figure>\n`;
}

function ticks(y: number): Piece[] {
  return Array.from({ length: 11 }, (_, step) => {
    const x = left + (width * step) / 10;
    return page`<line x1="${x}" x2="${x}" y1="${y - 4}" y2="${y + 4}" stroke="#b1b4b6"/>`;
  });
}

/** A long name is read in full in the table. */
function shortened(named: string): string {
  const who = plainOf(named);
  return who.length > 30 ? `${who.slice(0, 28)}…` : who;
}
