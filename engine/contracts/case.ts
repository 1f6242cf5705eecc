import type { Day, Moment } from './calendar.ts';
import type { Answers } from './forms.ts';
import type { Finding, Refusal } from './findings.ts';
import type { Track } from './tables.ts';
import type { Clock } from './timescales.ts';

/** A case is a family for as long as it is known: one document, one write. People are records of their own. */
export interface Case {
  id: string;
  revision: number;
  version: string;
  name: string;
  children: CaseChild[];
  tracks: CaseTrack[];
  tasks: Task[];
  happenings: Happening[];
  clocks: Clock[];
  /** latest short answers by term, per child ('' for the family): what gateways and carry-forward read */
  known: Record<string, Record<string, KnownAnswer>>;
  /** per child, who last completed each step, and in which record */
  last: Record<string, Record<string, { record: string; by: string; at: Moment }>>;
  /** per child, the outermost stage of the main pathway they are in, and since which day */
  entered?: Record<string, { stage: string; on: Day }>;
  /** living documents (map, network, voice …) and the revision each has now */
  blocks: Record<string, number>;
  /** shared blocks that have rows by now */
  filled?: string[];
  /** next number of tasks, tracks, happenings, history */
  next: number;
  /** earliest wake-up over all timers drawn in the open tracks */
  wakeUp?: Moment;
}

export interface CaseChild {
  id: string;
  /** what the engine may know of a child; names stay with the person record */
  born?: Day;
  expected?: Day;
  joined: Day;
  episodes: Episode[];
}

export interface Episode {
  id: string;
  opened: Day;
  closed?: Day;
}

export interface CaseTrack {
  id: string;
  child: string;
  episode: string;
  /** process id of the main pathway or the strand */
  process: string;
  track: Track | null;
  started: Moment;
  ended?: Moment;
  /** moments at which open timers fall due, by path */
  timers: Record<string, Moment>;
}

/** A step open for one or more children of the case. */
export interface Task {
  id: string;
  step: string;
  path: string;
  process: string;
  /** outermost stage that holds the step, or the strand's process id */
  stage: string;
  form: string;
  /** the version whose form this task goes on with, when that is not the one its case is on: it began before a move */
  version?: string;
  /** the move gave it another form: what was drafted on this one is carried over, to be looked at again */
  lookAgain?: { form: string; version: string };
  role: string;
  children: string[];
  tracks: string[];
  opened: Moment;
  assignee?: string;
  /** by child, the earliest first */
  due: { child: string; on: Day | Moment; timescale: string; from: Day | Moment }[];
  /** a record to go on from: the step came back to its author, or was reopened */
  resumes?: string;
  /** notes that joined the open step (a second new worry) */
  notes: { at: Moment; by: string; text: string }[];
}

export interface Happening {
  id: string;
  fact: string;
  child: string;
  episode: string;
  on: Day | Moment;
  value?: string;
  record: string;
  /** set on an old happening when a correction put another in its place, or a reopening took it back */
  replacedBy?: string;
  /** by timescale: a move made its clock count anew from here; the happening itself stays on its day */
  countsFrom?: Record<string, Day | Moment>;
}

export interface KnownAnswer {
  value?: string | number | boolean | string[];
  record: string;
  question: string;
  form: string;
  at: Moment;
  by: string;
}

/** A completed form: immutable; a correction is a further record that names the one it corrects. */
export interface CaseRecord {
  id: string;
  case: string;
  task?: string;
  step?: string;
  form: string;
  version: string;
  children: string[];
  answers: Answers;
  /** revision of each living document as this form was completed */
  pins: Record<string, number>;
  by: string;
  at: Moment;
  corrects?: string;
  reason?: string;
}

export interface HistoryEntry {
  id: string;
  case: string;
  kind: HistoryKind;
  at: Moment;
  by: string;
  children: string[];
  /** plain facts of the entry: ids, dates, codes; never narrative */
  about: Record<string, unknown>;
}

export type HistoryKind =
  | 'case-opened'
  | 'child-joined'
  | 'episode-opened'
  | 'episode-closed'
  | 'track-started'
  | 'track-ended'
  | 'message-given'
  | 'task-opened'
  | 'task-completed'
  | 'task-closed'
  | 'task-given'
  | 'stage-entered'
  | 'child-joined-task'
  | 'child-split-off'
  | 'record-added'
  | 'record-corrected'
  | 'task-reopened'
  | 'fact-recorded'
  | 'fact-withdrawn'
  | 'clock-started'
  | 'clock-stopped'
  | 'clock-moved'
  | 'block-changed'
  | 'person-changed'
  | 'case-restricted'
  | 'case-given'
  | 'lateness-explained'
  | 'escalated'
  | 'escalation-answered'
  | 'children-let-go'
  | 'case-moved'
  | 'case-move-reverted';

/** Rows a completed form adds to or changes in a living document. */
export interface BlockChange {
  part: string;
  block: string;
  rows: Record<string, unknown>[];
  /** ids of rows that are no longer so, and why */
  ended?: { id: string; why: string }[];
}

export interface CaseChange {
  kind: 'done';
  case: Case;
  record?: CaseRecord;
  blocks: BlockChange[];
  /** answers that also become part of a person's record */
  people: { id: string; field: string; value: unknown }[];
  history: HistoryEntry[];
  warnings: Finding[];
}

export type Outcome = CaseChange | Refusal;
