import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { nameOf } from '../drawn.ts';

/** Nothing is said twice, and nothing goes on and is done at once. */
export function mappedOnce({ plan, from }: Aim): Finding[] {
  const all = Map.groupBy(plan.steps, (map) => map.from);
  return [...all].flatMap(([id, maps]) => {
    const targets = maps.map(({ to }) => to);
    const name = nameOf(from.pathway, id);
    if (new Set(targets).size < targets.length)
      return [finding(id, `The plan says the same of ${name} twice.`)];
    if (targets.length > 1 && targets.includes(null)) {
      return [finding(id, `${name} can’t both go on and be done. Leave one of the two.`)];
    }
    return [];
  });
}

const finding = (element: string, message: string): Finding => ({
  ...{ check: 'mapped-once', level: 'error', element, message },
});
