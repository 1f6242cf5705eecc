import type { Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Every step says who does it, and that role exists. */
export function stepHasRole({ pathway, roles }: Drawing): Finding[] {
  const known = new Set(roles.map((role) => role.id));
  return steps(pathway).flatMap(({ element }) => {
    if (element.role !== undefined && known.has(element.role)) return [];
    const say =
      element.role === undefined
        ? `${called(element)} does not say who does it. Give it a role.`
        : `${called(element)} is done by “${element.role}”, which is no role of this pathway. Choose one of: ${[...known].join(', ')}.`;
    return [finding('step-has-role', 'error', element, say)];
  });
}
