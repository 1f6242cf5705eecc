import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { targetsOf } from '../aim.ts';
import { listed, nameOf, processName, spotsOf } from '../drawn.ts';
import { followingProcess } from '../following-process.ts';
import { openSet, sameSet } from '../old-nodes.ts';

/**
 * Places of the old drawing for which the plan leads to none of the new one: whoever stands there needs a choice. Only
 * what can be said of a table by itself is said here; where steps go to another stage, each case is looked at.
 */
export function everyPlaceFollows(aim: Aim): Finding[] {
  const { plan, from, to } = aim;
  return Object.values(from.tables.tables).flatMap(({ process, places }) => {
    const next = followingProcess(aim, process);
    const table = next === undefined ? undefined : to.tables.tables[next];
    if (!table) return [];
    const there = Object.values(table.places).map(({ open }) => openSet(open));
    const sets = new Map(Object.values(places).map(({ open }) => [openSet(open).join(' '), openSet(open)]));
    return [...sets.values()].flatMap((open) => {
      const chosen = plan.places.some(
        (choice) => choice.process === process && !choice.done?.length && sameSet(choice.open, open),
      );
      const targets = [...new Set(open.flatMap((id) => targetsOf(aim, id)))];
      const stays = targets.every((id) => spotsOf(to.pathway).get(id)?.process.id === next);
      if (chosen || !stays || there.some((set) => isAt(aim, set, targets))) return [];
      return [finding(aim, process, open)];
    });
  });
}

/** Exactly these are open, or beside them only further waits. */
function isAt({ to }: Aim, set: string[], targets: string[]): boolean {
  const more = set.filter((id) => !targets.includes(id));
  const waits = more.every((id) =>
    /^(timer|message)-catch$/.test(spotsOf(to.pathway).get(id)?.element.kind ?? ''),
  );
  return targets.length > 0 && waits && targets.every((id) => set.includes(id));
}

function finding({ from }: Aim, process: string, open: string[]): Finding {
  const names = listed(open.map((id) => nameOf(from.pathway, id)));
  return {
    ...{ check: 'every-place-follows', level: 'warning', element: open[0] ?? process },
    message: `Whoever has ${names} open in ${processName(from.pathway, process)} has no place in the new drawing yet. Choose where they go on.`,
  };
}
