import type { Finding, Timescale } from '../../contracts/index.ts';
import { everywhere } from '../graph.ts';
import { byLaw } from './by-law.ts';
import type { Drawing, StatutoryTimescale } from './drawing.ts';

/** Clocks the law sets run in the pathway, are not longer than it allows, and are shown at a step. */
export function statutoryTimescales(drawing: Drawing): Finding[] {
  const shown = new Set(
    everywhere(drawing.pathway).flatMap(({ element }) => [
      ...(element.timescales ?? []),
      element.timescale ?? '',
    ]),
  );
  return (drawing.statutory?.timescales ?? []).flatMap((law) => {
    const wrong = whatIsWrong(drawing.timescales, law, shown);
    if (wrong === null) return [];
    return [byLaw('statutory-timescales', law, null, `“${law.name}” ${wrong}`)];
  });
}

function whatIsWrong(timescales: Timescale[], law: StatutoryTimescale, shown: Set<string>): string | null {
  const own = timescales.filter(({ from, until }) => from === law.from && until.includes(law.until));
  if (own.length === 0) return 'is not among the timescales.';
  const kept = own.filter(({ unit, length }) => unit === law.unit && length <= law.length);
  if (kept.length === 0)
    return `allows more than ${law.length} ${law.unit.replace('-', ' ')}, or counts otherwise.`;
  return kept.some(({ id }) => shown.has(id)) ? null : 'stands at no step, so nobody would see it run.';
}
