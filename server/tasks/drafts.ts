import type { Moment } from '#engine';
import type { Host } from '../host.ts';
import type { PutResult, StoredDocument } from '../store/port.ts';

/** One draft answer: apart from the record until the form is completed. */
export interface DraftBody {
  key: string;
  value: unknown;
  by: string;
  at: Moment;
  origin?: string;
}

/** Where drafts belong: a task, or a form that somebody is adding to a family. */
export interface DraftPlace {
  /** the task's id, or `add:<case>:<form>:<account>` */
  owner: string;
  case: string;
  form: string;
}

export interface Draft extends DraftBody {
  id: string;
  revision: number;
}

const ID = (owner: string, key: string): string => `${owner}/${key}`;

/**
 * The draft answers of a place by key. What was written in a task of the same form that the pathway closed before it
 * was completed is offered too: nothing that was typed is lost.
 */
export async function draftsOf(host: Host, place: DraftPlace, open: string[]): Promise<Map<string, Draft>> {
  const about = aboutOf(place);
  const found = await host.store.list('documents', { kind: 'draft', about }, { limit: 500 });
  const all = found.rows as StoredDocument<DraftBody>[];
  const mine = all.filter((one) => one.id.startsWith(ID(place.owner, '')));
  const left = all.filter(
    (one) => !one.id.startsWith('add:') && !open.some((task) => one.id.startsWith(ID(task, ''))),
  );
  const drafts = new Map<string, Draft>();
  for (const { id, body } of left) drafts.set(body.key, { ...body, id, revision: 0 });
  for (const { id, revision, body } of mine) drafts.set(body.key, { ...body, id, revision });
  return drafts;
}

/** Saves one answer. A stale revision is refused with what the other person wrote; nothing is overwritten. */
export async function saveDraft(
  host: Host,
  place: DraftPlace,
  draft: { key: string; value: unknown; revision: number; by: string; origin?: string },
): Promise<{ saved: PutResult; at: Moment; theirs?: Draft }> {
  const { key, value, by, origin } = draft;
  const at = host.clock.now();
  const id = ID(place.owner, key);
  const body: DraftBody = { key, value, by, at, ...(origin ? { origin } : {}) };
  const change = place.owner.startsWith('add:')
    ? {}
    : { change: { kind: 'draft' as const, case: place.case, task: place.owner } };
  const saved = await host.store.put({
    ...{ kind: 'draft', id, body, expecting: draft.revision },
    ...{ owner: place.owner, about: aboutOf(place), ...change },
  });
  if (saved.ok || saved.reason !== 'conflict') return { saved, at };
  const theirs = await host.store.document<DraftBody>('draft', id);
  if (!theirs) return { saved, at };
  return { saved, at, theirs: { ...theirs.body, id, revision: theirs.revision } };
}

function aboutOf(place: DraftPlace): string {
  return `${place.case}/${place.form}`;
}
