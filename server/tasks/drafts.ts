import { checkDraft } from '#engine';
import type { Finding, Form, Moment, Version } from '#engine';
import type { Host } from '../host.ts';
import { allDocuments, type PutResult } from '../store/port.ts';

/** One draft answer: apart from the record until the form is completed. An answer that was taken back is null. */
export interface DraftBody {
  key: string;
  value: unknown;
  by: string;
  at: Moment;
  /** how it came about: typed, copied from an earlier answer, or confirmed as it was */
  origin?: string;
  /** the version of the form it was written on, where a move gave the task another form than it began with */
  version?: string;
}

/** Where drafts belong: a task, or a form that somebody is adding to a family. */
export interface DraftPlace {
  /** the task's id, or `add:<case>:<form>:<account>` */
  owner: string;
  case: string;
  form: string;
  /** the version of the form, for a task that a move gave another form than it began with */
  version?: string;
  /** ids of the tasks that are open: what was written in others is offered here. Absent: only what is written here */
  open?: string[];
}

export interface Draft extends DraftBody {
  id: string;
  /** 0: written elsewhere, and not yet saved here */
  revision: number;
}

const idOf = (owner: string, key: string): string => `${owner}/${key}`;
const aboutOf = (place: DraftPlace): string => `${place.case}/${place.form}`;
const isAddition = (owner: string): boolean => owner.startsWith('add:');

/**
 * The draft answers of a place by key. What was written in a task of the same form that the pathway closed before it
 * was completed is offered too: nothing that was typed is lost.
 */
export async function draftsOf(host: Host, place: DraftPlace): Promise<Map<string, Draft>> {
  const all = await allDocuments<DraftBody>(host.store, { kind: 'draft', about: aboutOf(place) });
  const within = (id: string, owner: string): boolean => id.startsWith(idOf(owner, ''));
  const { open } = place;
  const left = open ? all.filter(({ id }) => !isAddition(id) && !open.some((task) => within(id, task))) : [];
  const drafts = new Map<string, Draft>();
  for (const { id, body } of left) drafts.set(body.key, { ...body, id, revision: 0 });
  for (const { id, revision, body } of all) {
    if (within(id, place.owner)) drafts.set(body.key, { ...body, id, revision });
  }
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
  const id = idOf(place.owner, key);
  const { version } = place;
  const body: DraftBody = {
    ...{ key, value, by, at },
    ...(origin ? { origin } : {}),
    ...(version ? { version } : {}),
  };
  const change = isAddition(place.owner)
    ? {}
    : { change: { kind: 'draft' as const, case: place.case, task: place.owner } };
  const saved = await host.store.put({
    ...{ kind: 'draft', id, body, expecting: draft.revision },
    ...{ owner: place.owner, about: aboutOf(place), case: place.case, ...change },
  });
  if (saved.ok || saved.reason !== 'conflict') return { saved, at };
  const theirs = await host.store.document<DraftBody>('draft', id);
  if (!theirs) return { saved, at };
  return { saved, at, theirs: { ...theirs.body, id, revision: theirs.revision } };
}

/** What is wrong with one answer as it is saved: it may be unfinished, never unknown or of the wrong type. */
export function draftFindings(
  version: Version,
  form: Form,
  children: string[],
  key: string,
  value: unknown,
): Finding[] {
  const { dictionary, blocks } = version;
  const asked = children.map((id) => ({ id, unborn: false }));
  return checkDraft({ form, dictionary, blocks, children: asked }, key, value);
}
