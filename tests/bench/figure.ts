import type { Profile } from '../../server/demo/caseload-of.ts';

/** One measured number, with what it is to be read beside. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** what the number is compared with, or of what it was taken */
  beside: string;
}

export interface Measurement {
  name: string;
  about: string;
  /** over authorities of these sizes, where they make a difference */
  measure: (profiles: Profile[]) => Promise<Figure[]>;
}

export function figure(name: string, value: number, unit: string, beside = ''): Figure {
  return { name, value, unit, beside };
}

/** Lines of plain text: name, number, unit, comparison. */
export function printed(figures: Figure[]): string[] {
  const wide = (texts: string[]): number => Math.max(...texts.map((text) => text.length));
  const names = wide(figures.map(({ name }) => name));
  const values = wide(figures.map(({ value }) => shown(value)));
  const units = wide(figures.map(({ unit }) => unit));
  return figures.map(({ name, value, unit, beside }) =>
    `  ${name.padEnd(names)}  ${shown(value).padStart(values)} ${unit.padEnd(units)}  ${beside}`.trimEnd(),
  );
}

/** Three figures that mean something, thousands apart. */
function shown(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.1) return value.toPrecision(2);
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
