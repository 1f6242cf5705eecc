import type { Aim } from './aim.ts';
import { stageTo } from './aim.ts';
import { spotsOf } from './drawn.ts';

/** The process of the new version that follows one of the old: main, strand, or what follows a stage; undefined: none. */
export function followingProcess({ plan, from, to }: Aim, process: string): string | undefined {
  if (process === from.pathway.main) return to.pathway.main;
  const strand = plan.strands.find((map) => map.from === process);
  if (strand) return strand.to ?? undefined;
  const holders = [...spotsOf(from.pathway).values()].filter(({ element }) => element.process === process);
  const nexts = holders.flatMap(({ element }) => {
    const stage = stageTo(plan, element.id);
    return stage === null ? [] : (spotsOf(to.pathway).get(stage)?.element.process ?? []);
  });
  const [first] = nexts;
  // called from several stages that now hold different things: only the case itself can tell
  return nexts.every((next) => next === first) ? first : undefined;
}
