import type { Moment } from '#engine';
import type { DocumentKind } from './rows.ts';
import type { Sealed } from './sealing.ts';

/**
 * One thing as it is stored, on its way to another store: sealed as it was, so that checksums and chains stay what
 * they are. What lists sort and search by is not in it: the store that takes it makes that anew with the keys.
 */
export type DumpRow =
  | AboutRow
  | KeyRow
  | CaseDumped
  | CommandDumped
  | EntryDumped
  | RecordDumped
  | PartDumped
  | TaskDumped
  | FamilyDumped
  | CardDumped
  | JourneysDumped
  | PersonDumped
  | PersonEarlierDumped
  | DocumentDumped
  | AttachmentDumped
  | BytesDumped
  | WakeUpDumped
  | AuditDumped
  | AuditHeadDumped;

export type DumpPlace = DumpRow['place'];

/** How many things there are of each place: equal before and after a move. `attachment-bytes` counts files, not pieces. */
export type Counts = Record<DumpPlace, number>;

/** Places in the order of a dump: keys before what they open, a case before what hangs on it. */
export const dumpOrder: readonly DumpPlace[] = [
  ...(['about', 'key', 'case', 'command', 'entry', 'record', 'part', 'task', 'family', 'card'] as const),
  ...(['journeys', 'person', 'person-earlier', 'document', 'attachment', 'attachment-bytes'] as const),
  ...(['wake-up', 'audit', 'audit-head'] as const),
];

export interface AboutRow {
  place: 'about';
  authority: string;
  name: string;
  demonstration: boolean;
  created: Moment;
  schema: number;
}

/** A wrapped key; a destroyed one is told by when, and `wrapped` is ''. */
export interface KeyRow {
  place: 'key';
  id: string;
  wrapped: string;
  destroyed?: Moment;
}

/** A disposed case has the hash of its body for a body (`isLetGo`). */
export interface CaseDumped extends Sealed {
  place: 'case';
  id: string;
  revision: number;
  head: string;
  entries: number;
}

export interface CommandDumped {
  place: 'command';
  case: string;
  id: string;
  actor: string;
  revision: number;
  at: Moment;
  /** sealed as `command/<case>/<command>` */
  reply: string;
}

export interface EntryDumped {
  place: 'entry';
  case: string;
  seq: number;
  id: string;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

export interface RecordDumped extends Sealed {
  place: 'record';
  id: string;
  case: string;
  form: string;
  at: Moment;
  /** the one child it is about, whose key it is sealed with; '' when it is the family's */
  child: string;
}

export interface PartDumped extends Sealed {
  place: 'part';
  case: string;
  part: string;
  revision: number;
}

export interface TaskDumped extends Sealed {
  place: 'task';
  id: string;
  case: string;
}

export interface FamilyDumped extends Sealed {
  place: 'family';
  id: string;
}

export interface CardDumped extends Sealed {
  place: 'card';
  case: string;
  stage: string;
}

/** Journeys of a case as of one of its revisions: those of an earlier one are made anew. */
export interface JourneysDumped extends Sealed {
  place: 'journeys';
  case: string;
  revision: number;
}

export interface PersonDumped extends Sealed {
  place: 'person';
  id: string;
  revision: number;
  by: string;
  at: Moment;
}

export interface PersonEarlierDumped extends Omit<PersonDumped, 'place'> {
  place: 'person-earlier';
}

export interface DocumentDumped extends Sealed {
  place: 'document';
  kind: DocumentKind;
  id: string;
  revision: number;
  owner: string;
  about: string;
  expires: string;
  /** the family whose key it is sealed with; '' when it is not sealed */
  case: string;
}

export interface AttachmentDumped extends Sealed {
  place: 'attachment';
  id: string;
  /** '' until a commit adopts it */
  case: string;
  /** hex SHA-256 of the sealed bytes */
  stored: string;
}

/** A piece of an attachment's sealed bytes, in order; an empty `bytes` never comes. */
export interface BytesDumped {
  place: 'attachment-bytes';
  id: string;
  /** where in the sealed bytes this piece begins */
  offset: number;
  last: boolean;
  /** base64 */
  bytes: string;
}

export interface WakeUpDumped {
  place: 'wake-up';
  case: string;
  due: Moment;
  fence: number;
  attempts: number;
  message: string;
}

/** One entry of an audit chain: what it is listed by stands in its body. */
export interface AuditDumped {
  place: 'audit';
  process: string;
  seq: number;
  body: string;
  hash: string;
}

export interface AuditHeadDumped {
  place: 'audit-head';
  process: string;
  seq: number;
  hash: string;
}
