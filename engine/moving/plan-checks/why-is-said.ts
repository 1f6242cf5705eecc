import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';

/** Who reads a child's history later finds why it went on by another drawing. */
export function whyIsSaid({ plan }: Aim): Finding[] {
  if (plan.note.trim() !== '') return [];
  const message = 'Say in a sentence why the open cases move. It stands in the history of each.';
  return [{ check: 'why-is-said', level: 'warning', message }];
}
