import type { Case, CaseRecord, Moment } from '#engine';
import { refuseAbsent, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import type {
  FamilyRow,
  LivingPart,
  PersonDocument,
  StoredDocument,
  StoredEntry,
  TaskRow,
} from '../store/port.ts';

/** The family of a rehearsal with everything that happened to it in there. */
export interface RehearsedFamily {
  case: Case;
  family: FamilyRow;
  tasks: TaskRow[];
  records: CaseRecord[];
  /** living documents at every revision */
  parts: LivingPart[];
  history: StoredEntry[];
  people: PersonDocument[];
  /** what is being written, as drafts of tasks are kept */
  drafts: (StoredDocument & { owner?: string; about?: string })[];
  /** what commands were answered with */
  replies: Record<string, unknown>;
}

/** A walk through a draft: whose it is, of which save, and how far it came. */
export interface RehearsalBody {
  id: string;
  owner: string;
  draft: { id: string; title: string; save: number };
  /** content hash of the draft as it was saved then */
  version: string;
  /** a copy of a real family, or an invented one */
  copy: boolean;
  began: Moment;
  expires: Moment;
  /** time passed in there: clocks run down without anybody waiting */
  now?: Moment;
  /** what a person should know of how it began */
  says: string[];
  rehearsed: RehearsedFamily;
}

/** So long a rehearsal is kept. */
const hours = 4;

/** When a rehearsal that begins now is gone. */
export const expiryOf = (now: Moment): Moment =>
  new Date(Date.parse(now) + hours * 60 * 60 * 1000).toISOString();

/** A rehearsal of this person; of anybody else, or one that has expired, there is none. */
export async function ownRehearsal(
  { store, clock }: Services,
  id: string,
  owner: string,
): Promise<StoredDocument<RehearsalBody>> {
  const found = await store.document<RehearsalBody>('rehearsal', id);
  if (!found || found.body.owner !== owner || found.body.expires <= clock.now()) return refuseAbsent();
  return found;
}

/** Keeps a rehearsal as it is now, where nobody kept it otherwise meanwhile. */
export async function keepRehearsal(
  { store }: Services,
  body: RehearsalBody,
  expecting: number,
): Promise<number> {
  const { id, owner, expires } = body;
  // a copy is of a real family: it is let go of with it
  const copied = body.copy ? { case: body.rehearsed.case.id } : {};
  const put = await store.put({ kind: 'rehearsal', id, body, expecting, owner, expires, ...copied });
  return put.ok ? put.revision : refuseWrite(put);
}
