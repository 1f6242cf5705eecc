import { sayCount } from '../words/lists.ts';

/** Who holds how much, and handing it over. */
export const caseload = {
  title: 'Caseloads',
  lead: 'Families of each worker today. The weight counts a child by the stage it is in: see below how.',
  caption: 'Workers, the heaviest caseload first',
  columns: { worker: 'Worker', team: 'Team', families: 'Families', children: 'Children', weight: 'Weight' },
  few: 'fewer than 6',
  unallocated: 'With nobody yet',
  none: 'Nobody here holds families.',
  weights: 'How the weight is counted',
  weight: 'Weight of a child',
  beside: (families?: number, weight?: number) =>
    families === 0
      ? 'no families yet'
      : [
          families === undefined ? '' : sayCount(families, 'family', 'families'),
          weight === undefined ? '' : `weight ${String(weight)}`,
        ]
          .filter(Boolean)
          .join(', '),
} as const;

/** The families of one worker, and handing them over. */
export const held = {
  back: 'Caseloads',
  title: (name: string) => `Families with ${name}`,
  free: 'Families with nobody yet',
  lead: 'Tick families to hand them over. Open tasks of the worker go with them, as far as the next one can do them.',
  none: 'No families here.',
  all: 'Select all shown',
  tick: (family: string) => `Select: ${family}`,
  since: (days: number) => (days === 1 ? '1 day in this stage' : `${days} days in this stage`),
  late: 'Late',
  selected: (count: number) => sayCount(count, 'family selected', 'families selected'),
  confirm: (count: number, to: string) => `Hand ${sayCount(count, 'family', 'families')} to ${to}?`,
  yes: 'Yes, hand them over',
  given: (count: number, to: string) => `${sayCount(count, 'family', 'families')} handed to ${to}.`,
  not: (count: number) => `${sayCount(count, 'family was', 'families were')} not handed over:`,
} as const;
