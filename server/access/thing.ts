import type { FamilyRow, TaskRow } from '../store/port.ts';

/** What access depends on in a family. */
export type FamilyFacts = Pick<FamilyRow, 'id' | 'team' | 'staff' | 'restricted'> &
  Partial<Pick<FamilyRow, 'children'>>;

/** Lists of whom something counts: of a measure, or of a passage of the funnel. */
export type Counted = 'measure' | 'passage';

/** What a person wants to act on, reduced to the facts that rights depend on. */
export interface Thing {
  kind: 'nothing' | 'family' | 'task' | 'record' | 'person' | 'attachment' | 'team' | 'account' | Counted;
  id?: string;
  /** id of the case it belongs to, for the audit */
  case?: string;
  /** ids of all the cases it belongs to, where they may be several: each has its entry in the audit */
  cases?: string[];
  /** families it belongs to: one that lets the person is enough. Absent: it belongs to none and needs no scope */
  families?: FamilyFacts[];
  /** role of the drawing a task is for, and who holds it */
  role?: string;
  assignee?: string;
  /** who made it, where that gives a right of its own (a file not yet part of a family) */
  by?: string;
  /** accounts from whom it is withheld, with the reason on the record */
  withheldFrom?: string[];
}

export const nothing: Thing = { kind: 'nothing' };

export function familyThing(family: FamilyRow): Thing {
  return { kind: 'family', id: family.id, case: family.id, families: [family] };
}

/** A task of a family. The task may stand in another team's queue than the family's own. */
export function taskThing(task: TaskRow, family: FamilyRow): Thing {
  const queue = task.team !== undefined && task.team !== family.team ? [{ ...family, team: task.team }] : [];
  return {
    ...{ kind: 'task', id: task.id, case: family.id, families: [family, ...queue], role: task.role.id },
    ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
  };
}
