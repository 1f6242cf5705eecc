import { dayOf } from '#engine';
import type { Case, CaseChild } from '#engine';
import type { ChildFacts } from './rules.ts';

/** What rules read of each child of a family. */
export function childFacts(kase: Case): ChildFacts[] {
  return kase.children.map((child) => factsOf(kase, child));
}

function factsOf(kase: Case, { id, born, expected, joined, episodes }: CaseChild): ChildFacts {
  const happened = kase.happenings
    .filter((one) => one.child === id && one.replacedBy === undefined)
    .map(({ fact, on, value }) => ({ fact, on: dayOf(on), ...(value === undefined ? {} : { value }) }));
  const ended = episodes.flatMap((one) => one.closed ?? []);
  const since = born ?? expected;
  return {
    ...{ child: id, happened },
    ...(since === undefined ? {} : { born: since }),
    lastWork: [joined, ...ended, ...happened.map((one) => one.on)].sort().at(-1) ?? joined,
    isOpen: episodes.some((one) => !one.closed) || kase.tasks.some((task) => task.children.includes(id)),
  };
}
