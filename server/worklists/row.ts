import type { Act } from './definitions.ts';

export interface Named {
  id: string;
  name: string;
}

/** One line of a worklist. */
export interface WorklistRow {
  id: string;
  case: string;
  caseName: string;
  children: Named[];
  /** whose it is: who has the task, or who holds the family */
  worker?: Named;
  role?: string;
  team?: Named;
  /** the step, the timescale, or what was found */
  what: string;
  task?: string;
  clock?: string;
  due?: string;
  /** "3 working days late" */
  says: string;
  late: boolean;
  /** whole days past the due date */
  days: number;
  /** why this date, or since when */
  why?: string;
  /** why it is late, as it was recorded */
  reason?: { says: string; by?: string; at?: string };
  escalation?: string;
  does: Act[];
}
