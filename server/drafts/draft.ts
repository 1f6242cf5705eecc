import type { Moment } from '#engine';
import { refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { allDocuments, type StoredDocument } from '../store/port.ts';

/** One save of a draft: the whole of it, its files by the hash of their text. Never changed. */
export interface Save {
  draft: string;
  number: number;
  at: Moment;
  by: string;
  /** what was done, in the words of whoever did it */
  says: string;
  files: Record<string, string>;
  /** the command that made it: a repeat is answered with it */
  command: string;
}

export type DraftState = 'open' | 'proposed' | 'published' | 'refused' | 'closed';

/** A pathway under edit. */
export interface DraftBody {
  id: string;
  title: string;
  why: string;
  /** id of the published version that it is compared with */
  base: string;
  /** the draft it was forked from */
  fork?: string;
  by: string;
  at: Moment;
  /** who may write now; nobody: whoever takes it first */
  pen?: { holder: string; since: Moment };
  /** who held the pen before, and who took it from them without being given it */
  before?: { holder: string; until: Moment; takenBy?: string };
  /** number of the last save, which stands here whole: what is here decides, the saves' own documents follow */
  save: number;
  last: Save;
  state: DraftState;
  /** what is proposed for publishing; of the publishing part */
  proposal?: unknown;
  /** the command that last moved the pen */
  penCommand?: string;
}

export async function storedDraft(host: Host, id: string): Promise<StoredDocument<DraftBody>> {
  return (await host.store.document<DraftBody>('pathway-draft', id)) ?? refuseAbsent();
}

/** Every draft there is, the newest first. */
export async function allDrafts(host: Host): Promise<DraftBody[]> {
  const found = await allDocuments<DraftBody>(host.store, { kind: 'pathway-draft' });
  return found
    .map(({ body }) => body)
    .sort((a, b) => b.last.at.localeCompare(a.last.at) || a.id.localeCompare(b.id));
}

/** Writes a draft where it still has the revision that was read. */
export function putDraft(host: Host, body: DraftBody, expecting: number) {
  const change = { kind: 'pathway' as const };
  return host.store.put({ kind: 'pathway-draft', id: body.id, body, expecting, change });
}

const tries = 5;

/**
 * Changes what a draft says of itself (not its files): reads it, lets `change` decide, writes it; once more when somebody
 * else wrote meanwhile. `change` may refuse.
 */
export async function changeDraft(
  host: Host,
  id: string,
  change: (draft: DraftBody) => DraftBody,
): Promise<DraftBody> {
  for (let tried = 1; ; tried += 1) {
    const stored = await storedDraft(host, id);
    const changed = change(stored.body);
    if (changed === stored.body) return changed;
    const put = await putDraft(host, changed, stored.revision);
    if (put.ok) return changed;
    if (put.reason !== 'conflict' || tried === tries) refuseWrite(put);
  }
}
