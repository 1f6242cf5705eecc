import type { CaseRecord, Day, Moment } from '#engine';
import type {
  CardRow,
  CaseJourneys,
  DocumentKind,
  FamilyRow,
  Incident,
  Named,
  PersonDocument,
  Quarantined,
  StoredAuditEntry,
  StoredDocument,
  TaskRow,
} from './rows.ts';

/** The closed list of ways to list what is stored. Each is backed by an index; no other filter exists. */
export interface Views {
  /** open tasks, earliest due first */
  'open-tasks': { filter: TaskFilter; row: TaskRow };
  /** tasks completed by one person, latest first */
  'done-tasks': { filter: { by: string } & Reader & NarrowTasks; row: TaskRow };
  /** tasks of one case, open ones by due date, then completed ones */
  'case-tasks': { filter: { case: string; state?: 'open' | 'done' }; row: TaskRow };
  /** families by words of the names in them (each word is the beginning of one), by name */
  families: { filter: Reader & { text?: string; team?: string; worker?: string }; row: FamilyRow };
  /** every case with the version it runs on and whether anything is open in it, by id: for the machine, which asks about all */
  cases: { filter: Record<string, never>; row: { id: string; version: string; open: boolean } };
  /** every case with its journeys, by id; `made` absent: they have to be made anew */
  journeys: {
    filter: Record<string, never>;
    row: { case: string; revision: number; made?: CaseJourneys };
  };
  /** families that refer to a person */
  'families-of-person': { filter: { person: string }; row: FamilyRow };
  /** cards of one stage of the board, earliest due first */
  cards: { filter: BoardFilter & { stage: string }; row: CardRow };
  /** completed forms of a case, latest first */
  records: { filter: { case: string; form?: string }; row: CaseRecord };
  /** people who have every one of the keys; a key that ends in '*' is the beginning of one */
  people: { filter: { keys: string[] }; row: PersonDocument };
  /** documents of a kind, optionally those of one owner or about one thing, by id */
  documents: { filter: { kind: DocumentKind; owner?: string; about?: string }; row: StoredDocument };
  /** audit entries, latest first */
  audit: { filter: AuditFilter; row: StoredAuditEntry };
  /** wake-ups given up after five attempts */
  incidents: { filter: Record<string, never>; row: Incident };
  /** cases whose stored form is damaged, by id: each was met by a read or by `verify` */
  quarantined: { filter: Record<string, never>; row: Quarantined };
}

export type ViewName = keyof Views;

/** Who reads a list. */
export interface Reader {
  /** the account: rows of restricted families are left out for everyone not named in them */
  reader: string;
  /** ids of cases that are left out whatever else fits: the reader has a conflict of interest there */
  without?: string[];
}

export interface NarrowTasks {
  stage?: string;
  /** words of the names in the family, each the beginning of one */
  text?: string;
}

export interface TaskFilter extends Reader, NarrowTasks {
  assignee?: string;
  /** only rows of these: whoever is covered for, beside the one who covers; the empty id stands for nobody */
  assignees?: string[];
  team?: string;
  /** only rows of these teams; the empty id stands for what no team has yet */
  teams?: string[];
  /** true: given to somebody; false: to nobody yet */
  given?: boolean;
  /** only tasks for one of these roles of the drawing */
  roles?: string[];
  /** only tasks at one of these steps of the drawing */
  steps?: string[];
  /** due on or before the end of this day */
  dueBy?: Day | Moment;
  /** due on this day or later */
  dueFrom?: Day;
}

export interface AuditFilter {
  case?: string;
  actor?: string;
  /** id of the thing an entry is about */
  thing?: string;
  /** at this moment or later */
  from?: Moment;
  /** before this moment */
  to?: Moment;
}

export interface BoardFilter extends Reader {
  team?: string;
  /** only families of these teams; the empty id stands for those that no team has yet */
  teams?: string[];
  worker?: string;
}

export interface PageAsked {
  /** `next` of the page before */
  after?: string;
  /** 1 to 500; 50 when absent */
  limit?: number;
}

export interface Paged<Row> {
  rows: Row[];
  next?: string;
  /** ids of rows left out because what is stored of them is damaged */
  damaged?: string[];
}

export interface StageCount {
  stage: Named;
  families: number;
  children: number;
  late: number;
}
