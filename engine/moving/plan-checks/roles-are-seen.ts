import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { nameOf, spotsOf } from '../drawn.ts';

/** Where another role does the step from now on, an open task stays with its worker: somebody should look at it. */
export function rolesAreSeen({ plan, from, to }: Aim): Finding[] {
  const roleName = (id: string | undefined): string =>
    [...to.roles, ...from.roles].find((role) => role.id === id)?.name.toLowerCase() ?? id ?? 'nobody';
  return plan.steps.flatMap(({ from: id, to: target }) => {
    const was = spotsOf(from.pathway).get(id)?.element;
    const is = spotsOf(to.pathway).get(target ?? '')?.element;
    if (was?.kind !== 'step' || is?.kind !== 'step' || was.role === is.role) return [];
    return [
      {
        ...{ check: 'roles-are-seen', level: 'advice' as const, element: id },
        message: `${nameOf(from.pathway, id)} was done by the ${roleName(was.role)} and is now done by the ${roleName(is.role)}. Open tasks stay with whoever has them: see whether they should be given on.`,
      },
    ];
  });
}
