import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { mappedKind, nameOf, processName, rootsOf, spotsOf } from '../drawn.ts';
import { waysIn } from '../ways-in.ts';

/** What follows a step lies on the way that follows its own: a child in a strand can’t go on in another strand. */
export function stepsLieOnTheWay({ plan, from, to }: Aim): Finding[] {
  const roots = rootsOf(from.pathway).flatMap(({ id }) => {
    const next = id === from.pathway.main ? to.pathway.main : plan.strands.find((one) => one.from === id)?.to;
    const isThere = to.pathway.processes.some((process) => process.id === next);
    return next && isThere ? [{ id, next }] : [];
  });
  return plan.steps.flatMap(({ from: id, to: target }) => {
    const spot = target === null ? undefined : spotsOf(to.pathway).get(target);
    const own = spotsOf(from.pathway).get(id);
    if (!spot || !own || mappedKind(own.element) === 'stage') return [];
    const lost = roots.filter(
      (root) => waysIn(from.pathway, root.id).has(id) && !waysIn(to.pathway, root.next).has(spot.element.id),
    );
    return lost.map((root) => ({
      ...{ check: 'steps-lie-on-the-way', level: 'error' as const, element: id },
      message: `${nameOf(to.pathway, spot.element.id)} does not lie in ${processName(to.pathway, root.next)}, where a child with ${nameOf(from.pathway, id)} open would be. Choose a step that does.`,
    }));
  });
}
