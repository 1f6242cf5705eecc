import type { MeasuredWith, MeasureFigure, Period } from '#engine';

/** A figure that is asked for. */
export interface Asking {
  figure: MeasureFigure;
  period: Period;
  by: MeasuredWith;
}

const numbers = new WeakMap<object, string>();
let count = 0;

function numberOf(thing: object): string {
  const known = numbers.get(thing) ?? String(count++);
  numbers.set(thing, known);
  return known;
}

const ofToday = new WeakMap<MeasureFigure, boolean>();

/** By what a figure is known, whatever the period: its definition, bank holidays, and today where it counts up to it. */
export function keyOf({ figure, by }: Asking): string {
  const asks = ofToday.get(figure) ?? JSON.stringify(figure).includes('"today"');
  ofToday.set(figure, asks);
  return `${numberOf(figure)} ${numberOf(by.calendar)}${asks ? ` ${by.today}` : ''}`;
}
