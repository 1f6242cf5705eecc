import type { Readable } from 'node:stream';
import type { Case, CaseRecord, HistoryEntry, Moment } from '#engine';
import type {
  AttachmentFacts,
  AuditEntry,
  CardRow,
  CaseJourneys,
  ChainHead,
  Change,
  Claim,
  DocumentKind,
  FamilyRow,
  LivingPart,
  PersonDocument,
  StoredDocument,
  StoredEntry,
  TaskRow,
} from './rows.ts';
import type { Disposal, StoreMetrics } from './disposal.ts';
import type { Counts, DumpRow } from './dump.ts';
import type { MasterKey } from './keys.ts';
import type {
  BoardFilter,
  PageAsked,
  Paged,
  Reader,
  StageCount,
  TaskFilter,
  ViewName,
  Views,
} from './views.ts';

export { allDocuments, oldestFirst } from './all-documents.ts';
export { Damaged } from './damaged.ts';
export { standingHold } from './disposal.ts';
export type * from './disposal.ts';
export type * from './dump.ts';
export type * from './rows.ts';
export type * from './views.ts';

/** Why a write was not done. Nothing of it was stored. */
export type WriteRefusal = 'conflict' | 'full' | 'readonly' | 'unavailable';

export interface Refused {
  ok: false;
  reason: WriteRefusal;
  /** conflict: the revision that is there now, who wrote it and when */
  revision?: number;
  changed?: { by: string; at: Moment };
  /** readonly: because the whole store is being moved (`freeze`) */
  moving?: true;
}

export interface StoreAbout {
  authority: { id: string; name: string };
  /** decided when the store was made, never after */
  demonstration: boolean;
  created: Moment;
  schema: number;
  /** this process: the audit chain it writes */
  process: string;
}

export interface StoreHealth {
  ok: boolean;
  kind: 'sqlite' | 'mongodb';
  writable: boolean;
  message?: string;
}

export interface VerifyReport {
  ok: boolean;
  cases: number;
  entries: number;
  documents: number;
  /** cases whose content was let go of; their chains are followed all the same */
  disposed: number;
  findings: { kind: string; id: string; message: string }[];
}

/** Everything one command changes. All of it is stored, or none. */
export interface Commit {
  /** the case as the engine left it; the store sets its revision to `expecting` + 1 */
  case: Case;
  /** the revision the command was decided on; 0 for a new case */
  expecting: number;
  family: FamilyRow;
  /** every open task of the case (open rows not named here are removed), and each task this command completed */
  tasks: TaskRow[];
  /** every card of the family on the board (others are removed) */
  cards: CardRow[];
  /** absent: they are made anew from case and history when they are next asked for */
  journeys?: CaseJourneys;
  /** at least one entry: no command leaves the history as it was */
  history: HistoryEntry[];
  records?: CaseRecord[];
  /** new revisions of living documents: each exactly one above the one that is there */
  parts?: Omit<LivingPart, 'case'>[];
  /** people written with the case, each expecting a revision (0: new) */
  people?: PersonPut[];
  /** attachments that belong to the case from now on */
  attachments?: string[];
  /** drafts that are no longer needed */
  drafts?: string[];
  commandId: string;
  actor: string;
  at: Moment;
  /** what a repeat of the command is answered with */
  reply: unknown;
}

export interface PersonPut extends Omit<PersonDocument, 'revision'> {
  expecting: number;
  by: string;
  at: Moment;
}

export type CommitResult = { ok: true; revision: number; replayed: boolean; reply: unknown } | Refused;

export interface StoredCase {
  case: Case;
  family: FamilyRow;
}

export interface DocumentPut {
  kind: DocumentKind;
  id: string;
  body: unknown;
  /** 0: must not exist yet */
  expecting: number;
  /** indexed: whose it is (a task's drafts, an account's sessions) */
  owner?: string;
  /** indexed: what it is about (case/form of a draft) */
  about?: string;
  /** may be swept after this moment */
  expires?: Moment;
  /** sealed under this family's key and let go of with it; stays what it was first put with */
  case?: string;
  /** tells live pages */
  change?: Omit<Change, 'seq'>;
}

export type PutResult = { ok: true; revision: number } | Refused;

export interface AttachmentPut {
  bytes: AsyncIterable<Uint8Array>;
  /** most bytes allowed; more are refused and nothing is kept */
  limit: number;
  name: string;
  type: string;
  by: string;
  at: Moment;
  case?: string;
}

/** The only door to what is stored. Every adapter passes tests/server/store/contract.ts. */
export interface Store {
  readonly about: StoreAbout;
  close(): Promise<void>;
  health(): Promise<StoreHealth>;
  /**
   * Reads everything and says what does not fit, while others write; `heads` kept elsewhere also show a chain that was
   * rewritten whole, and are taken one after another, since they may be many.
   */
  verify(heads?: Iterable<ChainHead> | AsyncIterable<ChainHead>): Promise<VerifyReport>;
  /**
   * Writes a complete copy into an empty folder while the store is in use. The keys are not in it: they go into a
   * folder of their own, when one is named.
   */
  backup(folder: string, keys?: string): Promise<void>;
  heads(): Promise<ChainHead[]>;
  metrics(): Promise<StoreMetrics>;

  /**
   * Lets go of a family, or of what is some children's alone: the content is removed and its keys destroyed, so that
   * no backup of it opens either; hashes and places in the chain stay. Repeating the command changes nothing.
   */
  dispose(input: Disposal): Promise<{ ok: true; removed: Record<string, number> } | Refused>;

  /**
   * Does what was left undone and removes what was left behind: unfinished disposals, files no form came to hold.
   * `starting`: nobody is served yet, so that it may take its time.
   */
  tidy(now: Moment, starting?: boolean): Promise<void>;

  /** everything as it is stored, in pages, in `dumpOrder`; consistent only while nobody writes (`freeze`) */
  dump(after?: string, limit?: number): Promise<{ rows: DumpRow[]; next?: string }>;
  /** puts dumped rows into a store made for them; the same rows again change nothing */
  take(rows: DumpRow[]): Promise<void>;
  counts(): Promise<Counts>;
  /** with a reason every write of every server is refused as 'readonly' until it is lifted (no reason); `health` says why */
  freeze(reason?: string): Promise<void>;
  /** wraps every key anew by another master key; says how many */
  rewrap(master: MasterKey): Promise<number>;

  /** the only write path for cases */
  commit(commit: Commit): Promise<CommitResult>;
  /** the reply a command was given, when this actor has given it before: ask before deciding it again */
  answered(caseId: string, commandId: string, actor: string): Promise<{ reply: unknown } | undefined>;
  /** throws Damaged when what is stored is not what was written */
  load(caseId: string): Promise<StoredCase | undefined>;
  family(caseId: string): Promise<FamilyRow | undefined>;
  /** the open task of this id; when none is open, what was completed of it last (its row is `<id>.<record>`) */
  task(id: string): Promise<TaskRow | undefined>;
  record(id: string): Promise<CaseRecord | undefined>;
  part(caseId: string, part: string, revision?: number): Promise<LivingPart | undefined>;
  history(caseId: string, page: PageAsked & { newestFirst?: boolean }): Promise<Paged<StoredEntry>>;

  /** as the last commit left them; undefined: no commit of this release wrote them, or what it wrote is damaged */
  journeys(caseId: string): Promise<CaseJourneys | undefined>;
  /** keeps those made anew of a case as it is at this revision; false when it is no longer, or nothing is written */
  keepJourneys(made: CaseJourneys, revision: number): Promise<boolean>;

  list<V extends ViewName>(
    view: V,
    filter: Views[V]['filter'],
    page?: PageAsked,
  ): Promise<Paged<Views[V]['row']>>;
  countTasks(filter: TaskFilter): Promise<number>;
  countDone(by: string, reader: Reader): Promise<number>;
  /** the board's columns; late is what was due before `today`, or at a moment before `now` */
  countStages(filter: BoardFilter & { today: string; now?: string }): Promise<StageCount[]>;

  person(id: string, revision?: number): Promise<PersonDocument | undefined>;
  /** those of the ids that exist */
  people(ids: string[]): Promise<PersonDocument[]>;
  putPerson(put: PersonPut): Promise<PutResult>;

  document<T>(kind: DocumentKind, id: string): Promise<StoredDocument<T> | undefined>;
  put(put: DocumentPut): Promise<PutResult>;
  remove(kind: DocumentKind, id: string, expecting?: number): Promise<PutResult>;
  /** removes what expired before this moment; says how many */
  sweep(kind: DocumentKind, before: Moment): Promise<number>;

  attach(put: AttachmentPut): Promise<{ ok: true; facts: AttachmentFacts } | Refused | TooLarge>;
  attachment(id: string): Promise<{ facts: AttachmentFacts; open(): Readable } | undefined>;
  /** what is known of those that exist, without touching their bytes */
  attachmentFacts(ids: string[]): Promise<AttachmentFacts[]>;

  appendAudit(entries: AuditEntry[]): Promise<{ ok: true } | Refused>;

  /** takes wake-ups that are due at `now`, each for `lease` seconds of the store's clock */
  claim(ask: { owner: string; now: Moment; lease: number; limit: number }): Promise<Claim[]>;
  /**
   * Counts an attempt of a wake-up, before the work on it is begun: one that takes its process down counts too. False when
   * the lease had passed to another: the work is theirs.
   */
  begin(claim: Claim): Promise<boolean>;
  /** gives a claim back; false when the lease had passed to another */
  settle(claim: Claim, result: { done: true } | { done: false; message: string }): Promise<boolean>;
  /** an incident is tried again */
  retry(caseId: string): Promise<void>;

  /** changes after `seq`, oldest first; with no argument only the latest number */
  changes(after?: number): Promise<{ changes: Change[]; latest: number }>;
}

export interface TooLarge {
  ok: false;
  reason: 'too-large';
}
