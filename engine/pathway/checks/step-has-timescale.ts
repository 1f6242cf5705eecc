import type { Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Every step says by when it is done, or that nothing says so: “none” is an answer, silence is not. */
export function stepHasTimescale({ pathway, timescales }: Drawing): Finding[] {
  const known = new Set(timescales.map((timescale) => timescale.id));
  return steps(pathway).flatMap(({ element }) => {
    const ids = element.timescales ?? [];
    const say = (message: string) =>
      finding('step-has-timescale', 'error', element, `${called(element)} ${message}`);
    if (ids.length === 0) return [say('does not say by when. Choose a timescale, or “none”.')];
    if (ids.includes('none')) {
      return ids.length === 1 ? [] : [say('has both a timescale and “none”. Keep one of them.')];
    }
    return ids
      .filter((id) => !known.has(id))
      .map((id) => say(`has the timescale “${id}”, which does not exist. Write it, or choose another.`));
  });
}
