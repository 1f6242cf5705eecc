import type { Finding } from '../../contracts/index.ts';
import { called, everywhere } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** A clock in the drawing falls due by a timescale, never by a duration written into it. */
export function timerHasTimescale({ pathway, timescales }: Drawing): Finding[] {
  const known = new Set(timescales.map((timescale) => timescale.id));
  return everywhere(pathway)
    .filter(({ element }) => element.kind === 'timer-catch' || element.kind === 'timer-boundary')
    .filter(({ element }) => !known.has(element.timescale ?? ''))
    .map(({ element }) =>
      finding(
        'timer-has-timescale',
        'error',
        element,
        element.timescale === undefined
          ? `${called(element)} does not say which timescale it waits for. Choose one.`
          : `${called(element)} waits for the timescale “${element.timescale}”, which does not exist. Choose another.`,
      ),
    );
}
