import type { Binary, Collection, Db } from 'mongodb';
import type { DisposalKept } from '../disposal.ts';
import type { DocumentKind } from '../rows.ts';
import type { Sealed } from '../sealing.ts';

/** Every document names its authority, and its `_id` begins with it: a cluster may be cut there. */
interface Kept {
  _id: string;
  authority: string;
}

/** The store as a whole: whose it is, its format, and why nobody may write at present. */
export interface StoreDocument extends Kept {
  name: string;
  demonstration: boolean;
  created: string;
  schema: number;
  frozen: string;
  /** what it is made from, while it is not whole */
  arriving?: string;
  /** rises when somebody tries whether the store takes writes */
  beat: number;
}

/** A case: the anchor of its commits. One of revision 0 holds a fence only: it does not exist yet. */
export interface CaseDocument extends Kept, Sealed {
  id: string;
  revision: number;
  head: string;
  entries: number;
  version: string;
  open: boolean;
  /** the family row as of this revision, sealed; and the journeys, with the revision they were made at */
  family: Sealed;
  journeys?: (Sealed & { at: number }) | null;
  /** revision and checksum of each living document, as this revision vouches for it */
  parts: Record<string, { revision: number; sum: string }>;
  /** ids of the rows that lists have of it: open tasks, and stages with a card */
  rows: { tasks: string[]; cards: string[] };
  /** whom the family refers to; absent where the last write was a former release's */
  people?: string[];
  /** rises when an unfinished commit is given up: its anchor then no longer fits */
  fence: number;
  /** what the last commit wrote, until it stands in the other collections */
  outbox: Bundle | null;
  /** '' or which command let go of it */
  disposed: string;
  /** a disposal under way: everything it needs to be finished */
  disposal: DisposalKept | null;
  /** when what is put back of it late goes once more, by the database's clock */
  again?: { at: number; commandId: string } | null;
  // the earliest wake-up: `due` is `never` when there is none
  due: string;
  owner: string;
  leaseUntil: number;
  claim: number;
  claimedDue: string;
  attempts: number;
  message: string;
}

export interface CommandDocument extends Kept {
  case: string;
  id: string;
  actor: string;
  revision: number;
  at: string;
  reply: string;
}

export interface EntryDocument extends Kept {
  case: string;
  seq: number;
  id: string;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

export interface RecordDocument extends Kept, Sealed {
  id: string;
  case: string;
  form: string;
  at: string;
  child: string;
}

export interface PartDocument extends Kept, Sealed {
  case: string;
  part: string;
  revision: number;
}

/** A row of a list at the revision of its case that wrote it: an older commit never overwrites a newer one's. */
interface Projected extends Kept, Sealed {
  rev: number;
  /** accounts that may see it; `everyone` stands for all */
  seenBy: string[];
}

/** `state` 'gone' is what is left of an open row that a later commit removed. */
export interface TaskDocument extends Projected {
  id: string;
  case: string;
  state: 'open' | 'done' | 'gone';
  assignee: string;
  team: string;
  role: string;
  stage: string;
  step: string;
  due: string;
  doneBy: string;
  doneAt: string;
}

export interface FamilyDocument extends Projected {
  id: string;
  name: string;
  team: string;
  worker: string;
  words: string[];
  people: string[];
}

/** `stage` is '' in what is left of a card that a later commit removed. */
export interface CardDocument extends Projected {
  case: string;
  stage: string;
  stageName: string;
  children: number;
  team: string;
  worker: string;
  due: string;
}

/** A commit that means to write a person holds it until its case was written, or somebody gave the commit up. */
export interface PersonHold {
  case: string;
  token: string;
}

/** A person of revision 0 is only held: it does not exist yet. */
export interface PersonStored extends Kept, Sealed {
  id: string;
  revision: number;
  by: string;
  at: string;
  keys: string[];
  hold: PersonHold | null;
  /** how often somebody held them */
  holds?: number;
}

export interface EarlierPerson extends Kept, Sealed {
  id: string;
  revision: number;
  by: string;
  at: string;
}

export interface DocumentStored extends Kept, Sealed {
  kind: DocumentKind;
  id: string;
  revision: number;
  owner: string;
  about: string;
  expires: string;
  case: string;
  /** differs when a document of the same id was removed and made again */
  born: string;
}

export interface AttachmentDocument extends Kept, Sealed {
  id: string;
  case: string;
  stored: string;
}

export interface PieceDocument extends Kept {
  attachment: string;
  offset: number;
  bytes: Binary;
}

export interface AuditDocument extends Kept {
  process: string;
  seq: number;
  at: string;
  case: string;
  actor: string;
  thing: string;
  body: string;
  hash: string;
}

export interface AuditHeadDocument extends Kept {
  process: string;
  seq: number;
  hash: string;
}

export interface ChangeDocument extends Kept {
  seq: number;
  kind: 'tasks' | 'case' | 'draft' | 'pathway';
  case: string;
  task: string;
}

export interface QuarantineDocument extends Kept {
  id: string;
  since: string;
  message: string;
}

/** A wrapped key, in a database of its own; of a destroyed one only when. `generation` counts what was destroyed. */
export interface KeyDocument extends Kept {
  id: string;
  wrapped: string;
  destroyed: string;
  generation?: number;
}

/** A person as a commit writes it. */
export interface PersonWritten extends EarlierPerson {
  keys: string[];
}

/**
 * What one commit wrote, in the case document until it stands in the collections that lists and pages read. Everything
 * is sealed already: whoever projects it needs no key. `token` tells this attempt from any other.
 */
export interface Bundle {
  token: string;
  command: CommandDocument;
  entries: EntryDocument[];
  records: RecordDocument[];
  parts: PartDocument[];
  tasks: TaskDocument[];
  family: FamilyDocument;
  cards: CardDocument[];
  /** rows of the commit before that are no more: open tasks, and stages with a card */
  gone: { tasks: string[]; cards: string[] };
  people: PersonWritten[];
  /** `_id` of people the family refers to from now on, held like those it writes */
  linked?: string[];
  /** drafts to remove, each with what tells it from one made again under its id */
  drafts: { _id: string; born: string }[];
  attachments: string[];
  /** set when the case write was asked for after its line had broken */
  confirmed?: boolean;
}

/** Every collection there is. */
export interface Collections {
  store: Collection<StoreDocument>;
  cases: Collection<CaseDocument>;
  commands: Collection<CommandDocument>;
  history: Collection<EntryDocument>;
  records: Collection<RecordDocument>;
  parts: Collection<PartDocument>;
  tasks: Collection<TaskDocument>;
  families: Collection<FamilyDocument>;
  cards: Collection<CardDocument>;
  people: Collection<PersonStored>;
  peopleEarlier: Collection<EarlierPerson>;
  documents: Collection<DocumentStored>;
  /** documents of megabytes: lists of small things pass by them */
  documentsLarge: Collection<DocumentStored>;
  attachments: Collection<AttachmentDocument>;
  pieces: Collection<PieceDocument>;
  audit: Collection<AuditDocument>;
  auditHeads: Collection<AuditHeadDocument>;
  changes: Collection<ChangeDocument>;
  quarantined: Collection<QuarantineDocument>;
}

/** Names of the collections in the database, by what the code calls them. */
export const collectionNames: Record<keyof Collections, string> = {
  ...{ store: 'store', cases: 'cases', commands: 'commands', history: 'history', records: 'records' },
  ...{ parts: 'parts', tasks: 'tasks', families: 'families', cards: 'cards', people: 'people' },
  ...{ peopleEarlier: 'people_earlier', documents: 'documents', attachments: 'attachments' },
  documentsLarge: 'documents_large',
  ...{ pieces: 'attachment_pieces', audit: 'audit', auditHeads: 'audit_heads', changes: 'changes' },
  quarantined: 'quarantined',
};

export function collectionsOf(db: Db): Collections {
  const entries = Object.entries(collectionNames).map(([name, stored]) => [name, db.collection(stored)]);
  return Object.fromEntries(entries) as unknown as Collections;
}

/** Sorts after every date. */
export const never = '~';

/** Stands in `seenBy` of what is not restricted. */
export const everyone = '*';

/** `_id` of the document that says whose store this is. */
export const storeDocumentId = 'store';
