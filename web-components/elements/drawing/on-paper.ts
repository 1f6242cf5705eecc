import type { PointGroup } from 'signature_pad';

/** Room left beside the furthest line, in pixels. */
const margin = 8;

/** Lines that were drawn at one scale, and the paper they are to stand on now. */
interface OnPaper {
  drawn: PointGroup[];
  scale: number;
  width: number;
  height: number;
}

/** The lines on paper of another size: as large as they were drawn, or so much smaller that all of them stand on it. */
export function onPaper({ drawn, scale, width, height }: OnPaper): Pick<OnPaper, 'drawn' | 'scale'> {
  const points = drawn.flatMap((line) => line.points);
  if (points.length === 0) return { drawn, scale: 1 };
  const reach = (of: 'x' | 'y'): number => Math.max(0, ...points.map((point) => point[of])) / scale + margin;
  const fits = Math.min(1, width / reach('x'), height / reach('y'));
  const by = fits / scale;
  return {
    drawn: drawn.map((line) => ({
      ...line,
      points: line.points.map((point) => ({ ...point, x: point.x * by, y: point.y * by })),
    })),
    scale: fits,
  };
}
