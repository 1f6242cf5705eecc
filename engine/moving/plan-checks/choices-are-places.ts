import type { Finding, Tables } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { processName } from '../drawn.ts';
import { openSet, sameSet } from '../old-nodes.ts';
import { followingProcess } from '../following-process.ts';

/** A choice is made for a place that the old drawing has, once, and leads to one that the new drawing has. */
export function choicesArePlaces(aim: Aim): Finding[] {
  const { plan, from, to } = aim;
  return plan.places.flatMap((choice, at) => {
    const { process, open } = choice;
    const name = processName(from.pathway, process);
    const say = (message: string): Finding[] => [
      { check: 'choices-are-places', level: 'error', element: open[0] ?? process, message },
    ];
    if (!hasPlace(from.tables, process, open))
      return say(`In ${name} of the old drawing, these are never open together: ${open.join(', ')}.`);
    if (choice.done?.some((id) => !open.includes(id)))
      return say(`In ${name}, only what is open there can have nothing left: ${choice.done.join(', ')}.`);
    const first = plan.places.findIndex(
      (one) =>
        one.process === process && sameSet(one.open, open) && sameSet(one.done ?? [], choice.done ?? []),
    );
    if (first < at) return say(`The plan chooses twice for ${open.join(', ')} in ${name}. Leave one.`);
    if (choice.to.length === 0) return process === from.pathway.main ? say(mainEnds) : [];
    const next = followingProcess(aim, process);
    if (!next) return say(`Nothing in the new drawing follows ${name}: choose for the stage around it.`);
    if (hasPlace(to.tables, next, choice.to)) return [];
    return say(
      `In ${processName(to.pathway, next)} of the new drawing, these are never open together: ${choice.to.join(', ')}.`,
    );
  });
}

const mainEnds = 'A move does not end the work with a child. Choose where the child goes on.';

const hasPlace = ({ tables }: Tables, process: string, open: string[]): boolean =>
  Object.values(tables[process]?.places ?? {}).some((place) => sameSet(openSet(place.open), open));
