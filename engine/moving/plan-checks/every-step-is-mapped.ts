import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { mappedKind, mappedSpots, nameOf, spotsOf } from '../drawn.ts';

/** Whatever can be open in the old drawing has something that follows it, or counts as done; and nothing else is named. */
export function everyStepIsMapped({ plan, from, to }: Aim): Finding[] {
  const said = new Set(plan.steps.map((map) => map.from));
  const missing = mappedSpots(from.pathway)
    // a stage that keeps its id needs no word: what is open inside it decides
    .filter(({ element }) => mappedKind(element) !== 'stage' && !said.has(element.id))
    .map(({ element: { id } }) =>
      finding(id, `${nameOf(from.pathway, id)} may be open. Say what follows it, or that it is done.`),
    );
  const unknown = plan.steps.flatMap((map) => {
    const own = spotsOf(from.pathway).has(map.from);
    const goal = map.to === null || spotsOf(to.pathway).has(map.to);
    return [
      ...(own ? [] : [finding(map.from, `“${map.from}” is not in the old drawing. Leave it out.`)]),
      ...(goal
        ? []
        : [
            finding(
              map.from,
              `“${map.to ?? ''}” is not in the new drawing. Choose what follows ${nameOf(from.pathway, map.from)}.`,
            ),
          ]),
    ];
  });
  return [...missing, ...unknown];
}

const finding = (element: string, message: string): Finding => ({
  ...{ check: 'every-step-is-mapped', level: 'error', element, message },
});
