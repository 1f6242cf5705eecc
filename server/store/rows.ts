import type { Day, HistoryEntry, Journey, Moment, Timescale } from '#engine';

/** An id with the name a person reads, as it was when the case was last written. */
export interface Named {
  id: string;
  name: string;
}

/** A task as queues list it: one row for each open task of a case and for each that was completed. */
export interface TaskRow {
  id: string;
  case: string;
  caseName: string;
  state: 'open' | 'done';
  step: string;
  /** name of the step, as the drawing has it */
  what: string;
  form: string;
  process: string;
  stage: Named;
  /** name of the strand, when the step is not on the main pathway */
  strand?: string;
  children: { id: string; name: string; born?: Day; expected?: Day }[];
  role: Named;
  /** account id of the person it is given to; absent: not yet given */
  assignee?: string;
  /** team whose queue it stands in */
  team?: string;
  /** the earliest due date; absent: the step has no timescale */
  due?: TaskDue;
  opened: Moment;
  completed?: { by: string; at: Moment; record?: string };
  /** set for a restricted family: only these accounts see the row */
  onlyFor?: string[];
}

export interface TaskDue {
  on: Day | Moment;
  /** what its timescale counts in: the family may be on another version than the lists are read by */
  unit?: Timescale['unit'];
  /** how many of them; rows of before have it from the version that lists are read by */
  length?: number;
  timescale: Named;
  /** plain English: what it counts from */
  because: string;
  /** whose date it is, when the children differ */
  child?: string;
}

/** What the host knows of a case beside the engine's document; written in the same commit. */
export interface FamilyRow {
  id: string;
  name: string;
  /** id of the team and account that hold the case */
  team?: string;
  worker?: string;
  /** accounts that work with the family: the holder and whoever has an open task here (scope "own") */
  staff: string[];
  children: { id: string; name: string; stage?: Named; since?: Day }[];
  /** person records this case refers to, children and network */
  people: string[];
  /** lower-case words by which the family is found: names of the people in it */
  words: string[];
  /** only the accounts in `to` may know of it; when `shown` is 'exists' others read whom to contact (a name) */
  restricted?: { to: string[]; contact: string; shown: 'hidden' | 'exists' };
}

/** A family's card in one column of the board. */
export interface CardRow {
  case: string;
  name: string;
  stage: Named;
  children: { id: string; name: string; since: Day }[];
  team?: string;
  worker?: string;
  /** names of the strands open beside the stage */
  strands: string[];
  /** earliest due date of an open task of this stage */
  due?: TaskDue;
  onlyFor?: string[];
}

/** The journeys of a family's children, and who may count them: what measures and boards of other days are made of. */
export interface CaseJourneys {
  case: string;
  team?: string;
  worker?: string;
  /** as of the family's row: accounts that work with it */
  staff: string[];
  /** set for a restricted family: only these accounts count it */
  onlyFor?: string[];
  journeys: Journey[];
  /** by which definitions: those made by others are made anew */
  madeBy: string;
}

/** A living document of a family (map, network, voice …) at one revision: rows by block id. */
export interface LivingPart {
  case: string;
  part: string;
  revision: number;
  blocks: Record<string, Record<string, unknown>[]>;
  by: string;
  at: Moment;
}

/** A person shared by cases. `keys` are what it is found by ('name:smith', 'born:2019-04-01'). */
export interface PersonDocument {
  id: string;
  revision: number;
  body: unknown;
  keys: string[];
}

/** A history entry with its place in the case's chain. */
export interface StoredEntry extends HistoryEntry {
  seq: number;
}

/** Who did what: ids and codes only, never a name or what somebody wrote. */
export interface AuditEntry {
  at: Moment;
  action: string;
  outcome: 'ok' | 'refused' | 'failed';
  /** route pattern, never the address that was asked for */
  route: string;
  status: number;
  actor?: string;
  thing?: { kind: string; id: string };
  case?: string;
  /** code of a refusal */
  reason?: string;
  /** kind of the grant for this family that stood at the time: broken glass, an invitation */
  grant?: string;
  request: string;
}

export interface StoredAuditEntry extends AuditEntry {
  /** the server process whose chain it is in, and its place there */
  process: string;
  seq: number;
}

/** Head of a chain, to be kept outside the database: with it a rewritten chain shows. */
export interface ChainHead {
  chain: 'case' | 'audit';
  id: string;
  seq: number;
  hash: string;
}

/** Kinds of small documents; each belongs to one folder of the server. */
export type DocumentKind =
  | 'account'
  | 'sign-in-name'
  | 'throttle'
  | 'team'
  | 'session'
  | 'one-time'
  | 'setting'
  | 'draft'
  | 'version'
  | 'tables'
  | 'note'
  // the working group's: a draft, its saves, the texts of its files by content, what was asked of it
  | 'pathway-draft'
  | 'pathway-save'
  | 'pathway-file'
  | 'improvement'
  | 'duplicate-mark'
  | 'rehearsal'
  // what was published or refused, and how open cases followed
  | 'publication'
  | 'move'
  | 'moved-case'
  // access that is granted for a time or taken away: breaking the glass, cover for an absence, invitations, withheld parts
  | 'break-glass'
  | 'cover'
  | 'invitation'
  | 'withheld'
  | 'conflict-of-interest'
  | 'notice'
  // sign-in through the authority's own provider, and accounts that come from elsewhere
  | 'identity'
  | 'sign-in-attempt'
  | 'provisioning'
  // what is kept how long, and what was let go of or handed out
  | 'legal-hold'
  | 'disposal'
  | 'subject-access'
  | 'anchor'
  // documents made for somebody: to whom, how and when each went, and what they said of it
  | 'shared-output'
  | 'output-opinion'
  // meetings: bookings of a conference or review, and what is recorded while one is held
  | 'booking'
  | 'meeting'
  // managers: overviews and escalations beside the pathway, people who are one and were joined
  | 'escalation'
  | 'joined-people';

export interface StoredDocument<T = unknown> {
  kind: DocumentKind;
  id: string;
  revision: number;
  body: T;
}

export interface AttachmentFacts {
  id: string;
  hash: string;
  name: string;
  type: string;
  bytes: number;
  by: string;
  at: Moment;
  /** the case it belongs to, once a commit or its sender said so */
  case?: string;
}

/** Something changed; pages ask again. */
export interface Change {
  seq: number;
  kind: 'tasks' | 'case' | 'draft' | 'pathway';
  case?: string;
  task?: string;
}

/** A case whose earliest wake-up has passed, held by one worker until the lease ends. */
export interface Claim {
  case: string;
  due: Moment;
  fence: number;
  attempts: number;
}

export interface Incident {
  case: string;
  due: Moment;
  attempts: number;
  message: string;
}

/** A case that is not shown because what is stored of it is damaged. */
export interface Quarantined {
  id: string;
  since: Moment;
  message: string;
}
