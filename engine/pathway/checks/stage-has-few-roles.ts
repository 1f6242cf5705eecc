import type { Finding } from '../../contracts/index.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Each further role is a further handing over. */
const most = 3;

/** At most three roles take part in a stage. */
export function stageHasFewRoles({ pathway, roles }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) => {
    const own = [
      ...new Set(
        process.elements.flatMap((element) => (element.kind === 'step' ? (element.role ?? []) : [])),
      ),
    ];
    if (own.length <= most) return [];
    const names = own.map((id) => roles.find((role) => role.id === id)?.name ?? id);
    return [
      finding(
        'stage-has-few-roles',
        'warning',
        process,
        `${own.length} roles take part in “${process.name || process.id}” (${names.join(', ')}). ` +
          'See whether one of them can do a step of another.',
      ),
    ];
  });
}
