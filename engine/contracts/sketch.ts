/** A drawing as plain shapes: whoever shows it decides how, and none of it is markup. Lengths in 1/96 inch. */
export interface Sketch {
  width: number;
  height: number;
  /** what comes later lies over what came before */
  shapes: Shape[];
}

export type Shape = BoxShape | LineShape | TextShape;

/** A form that fills its box. */
export interface BoxShape {
  kind: 'rectangle' | 'round' | 'ellipse' | 'diamond' | 'triangle';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  stroke: string;
  weight: number;
  dashed?: boolean;
}

export interface LineShape {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke: string;
  weight: number;
  dashed?: boolean;
}

/** One line of text; `y` is where its letters stand. */
export interface TextShape {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  size: number;
  fill: string;
  bold?: boolean;
  /** `x` is its middle, not its beginning */
  middle?: boolean;
}
