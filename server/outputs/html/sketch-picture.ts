import { sketchOf } from '#engine';
import type { BoxShape, DocumentBlock, Shape } from '#engine';
import { isTurned } from '../turned.ts';
import { page, type Piece } from './page.ts';

/** A drawing as it stands on the page; where it is wider than a screen, it is moved within its own frame. */
export function sketchPicture(block: DocumentBlock & { kind: 'genogram' }): Piece {
  const { width, height, shapes } = sketchOf(block);
  const turned = isTurned(width) ? ' paper__drawing--turned' : '';
  return page`<figure class="paper__drawing${turned}" tabindex="0" role="group" aria-label="${block.caption}"><svg role="img" aria-label="${block.alt}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes.map(shape)}</svg></figure>\n`;
}

function shape(one: Shape): Piece {
  switch (one.kind) {
    case 'line':
      return page`<line x1="${one.x1}" y1="${one.y1}" x2="${one.x2}" y2="${one.y2}" stroke="${one.stroke}" stroke-width="${one.weight}"${one.dashed ? page` stroke-dasharray="7 5"` : page` stroke-linecap="square"`}/>`;
    case 'text':
      return page`<text x="${one.x}" y="${one.y}" font-size="${one.size}" fill="${one.fill}"${one.bold ? page` font-weight="bold"` : undefined}${one.middle ? page` text-anchor="middle"` : undefined}>${one.text}</text>`;
    default:
      return box(one);
  }
}

function box({ kind, x, y, width, height, fill, stroke, weight, dashed }: BoxShape): Piece {
  const [middle, half, right, low] = [x + width / 2, y + height / 2, x + width, y + height];
  const look = page`fill="${fill}" stroke="${stroke}" stroke-width="${weight}"${dashed ? page` stroke-dasharray="3 4"` : undefined}`;
  switch (kind) {
    case 'ellipse':
      return page`<ellipse cx="${middle}" cy="${half}" rx="${width / 2}" ry="${height / 2}" ${look}/>`;
    case 'diamond':
      return page`<path d="M${middle} ${y}L${right} ${half}L${middle} ${low}L${x} ${half}z" ${look}/>`;
    case 'triangle':
      return page`<path d="M${middle} ${y}L${right} ${low}H${x}z" ${look}/>`;
    default:
      return page`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${kind === 'round' ? 12 : 0}" ${look}/>`;
  }
}
