import type { BoxShape, Shape, Sketch } from '#engine/browser';
import { html, nothing, svg, type TemplateResult } from 'lit';

/** Plain shapes as a drawing; `says` is the whole of it in words, for whoever does not see it. */
export function sketchDrawn({ width, height, shapes }: Sketch, says: string): TemplateResult {
  return html`<svg
    class="tl-genogram__drawing"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label=${says}
  >
    ${shapes.map(shapeDrawn)}
  </svg>`;
}

function shapeDrawn(shape: Shape): TemplateResult {
  switch (shape.kind) {
    case 'line':
      return svg`<line x1=${shape.x1} y1=${shape.y1} x2=${shape.x2} y2=${shape.y2} stroke=${shape.stroke} stroke-width=${shape.weight} stroke-linecap=${shape.dashed ? 'butt' : 'square'} stroke-dasharray=${shape.dashed ? '7 5' : nothing} />`;
    case 'text':
      return svg`<text x=${shape.x} y=${shape.y} font-size=${shape.size} font-weight=${shape.bold ? 700 : 400} text-anchor=${shape.middle ? 'middle' : 'start'} fill=${shape.fill}>${shape.text}</text>`;
    default:
      return boxDrawn(shape);
  }
}

function boxDrawn({ kind, x, y, width, height, fill, stroke, weight, dashed }: BoxShape): TemplateResult {
  const dash = dashed ? '3 4' : nothing;
  const [middle, half] = [x + width / 2, y + height / 2];
  switch (kind) {
    case 'ellipse':
      return svg`<ellipse cx=${middle} cy=${half} rx=${width / 2} ry=${height / 2} fill=${fill} stroke=${stroke} stroke-width=${weight} />`;
    case 'diamond':
      return svg`<path d="M${middle} ${y}L${x + width} ${half}L${middle} ${y + height}L${x} ${half}z" fill=${fill} stroke=${stroke} stroke-width=${weight} />`;
    case 'triangle':
      return svg`<path d="M${middle} ${y}L${x + width} ${y + height}H${x}z" fill=${fill} stroke=${stroke} stroke-width=${weight} />`;
    default:
      return svg`<rect x=${x} y=${y} width=${width} height=${height} rx=${kind === 'round' ? 12 : 0} fill=${fill} stroke=${stroke} stroke-width=${weight} stroke-dasharray=${dash} />`;
  }
}
