import { dayOf } from '#engine/browser';
import type { DayLine } from '../../api-office/day.ts';
import { day as words } from '../../words-office/day.ts';
import { sayList } from '../../words/lists.ts';

/** 'Ella' of 'Ella Marsh' in the Marsh family: the family's name stands beside it. */
export const shortName = (name: string, family: string): string =>
  name.endsWith(` ${family}`) ? name.slice(0, -family.length - 1) : name;

/** What kind of thing it is, where its title does not begin with that word itself. */
export function kindOf({ kind, what }: Pick<DayLine, 'kind' | 'what'>): string | undefined {
  if (kind === 'task') return undefined;
  const says = words.kinds[kind];
  return what.toLowerCase().startsWith(says.toLowerCase()) ? undefined : says;
}

/** When the children were last seen, those never seen first; by name where it was not on one day. */
export function saySeen({ seen = [], caseName }: Pick<DayLine, 'seen' | 'caseName'>): string[] {
  const together = Map.groupBy(seen, ({ on = '' }) => on);
  return [...together]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([on, children]) => {
      const said = on === '' ? words.notSeen : words.lastSeen(on);
      const names = children.map(({ name }) => shortName(name, caseName));
      return together.size > 1 ? `${sayList(names)}: ${said.charAt(0).toLowerCase()}${said.slice(1)}` : said;
    });
}

/** By when a meeting or visit has to be: what is agreed for a later day stands out in words. */
export function sayBy({ by, on = '' }: DayLine): string[] {
  if (!by) return [];
  return [dayOf(on) > dayOf(by.on) ? words.afterLast(by.on) : words.by(by.on)];
}

/** The page that is the next thing to do: the step, its room, the form to add, the plan, else the family. */
export function placeOf({ kind, task, room, form, case: family }: DayLine): string {
  if (kind === 'action') return `/families/${family}/plan`;
  if (task) return room ? `/meetings/${task}` : `/tasks/${task}`;
  return form ? `/families/${family}/add/${form}` : `/families/${family}`;
}
