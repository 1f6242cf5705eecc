import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { processName, rootsOf } from '../drawn.ts';

/** Every strand of the old drawing has one of the new that follows it, or its open work counts as done. */
export function strandsAreMapped({ plan, from, to }: Aim): Finding[] {
  const there = new Set(rootsOf(to.pathway).map(({ id }) => id));
  there.delete(to.pathway.main);
  return rootsOf(from.pathway).flatMap(({ id }) => {
    if (id === from.pathway.main) return [];
    const maps = plan.strands.filter((one) => one.from === id);
    const [map] = maps;
    const name = processName(from.pathway, id);
    if (!map) return [finding(id, `Say which strand follows ${name}, or that what is open in it is done.`)];
    if (maps.length > 1)
      return [finding(id, `The plan says twice what follows the strand ${name}. Leave one.`)];
    if (map.to === null || there.has(map.to)) return [];
    return [
      finding(id, `“${map.to}”, which shall follow the strand ${name}, is no strand of the new drawing.`),
    ];
  });
}

const finding = (element: string, message: string): Finding => ({
  ...{ check: 'strands-are-mapped', level: 'error', element, message },
});
