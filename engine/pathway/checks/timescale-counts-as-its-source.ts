import type { Finding } from '../../contracts/index.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Where the source of a timescale speaks of working days, they are what is counted. */
export function timescaleCountsAsItsSource({ timescales }: Drawing): Finding[] {
  return timescales
    .filter(({ source, unit }) => /\bworking[ -]days?\b/i.test(source) && unit !== 'working-days')
    .map((timescale) =>
      finding(
        'timescale-counts-as-its-source',
        'error',
        null,
        `The timescale “${timescale.name}” counts ${timescale.unit.replace('-', ' ')}, ` +
          'but its source speaks of working days. Count working days.',
      ),
    );
}
