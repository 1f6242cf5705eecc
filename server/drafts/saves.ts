import type { Finding, Moment } from '#engine';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { allDocuments } from '../store/port.ts';
import { putDraft, storedDraft } from './draft.ts';
import type { DraftBody, Save } from './draft.ts';
import { withChanges } from './file-names.ts';
import { penOf } from './pen.ts';
import { unreadable } from './readable.ts';
import { keepTexts, textsOf } from './texts.ts';
import { filesOfVersion } from './version-files.ts';
import { withSchemas } from './with-schemas.ts';

export interface Saving {
  draft: string;
  by: string;
  /** number of the save it was written on */
  expecting: number;
  /** by path: the text there shall be, or null for none */
  changes: Record<string, string | null>;
  says: string;
  commandId: string;
}

/** One save of a draft; the last one when none is named. */
export async function saveOf(host: Host, draft: string, number?: number): Promise<Save> {
  const { last } = (await storedDraft(host, draft)).body;
  if (number === undefined || number === last.number) return last;
  const kept = await host.store.document<Save>('pathway-save', saveId(draft, number));
  return kept ? kept.body : refuseAbsent();
}

/** Every save of a draft, the latest first. */
export async function savesOf(host: Host, id: string): Promise<Save[]> {
  const { last } = (await storedDraft(host, id)).body;
  const kept = await allDocuments<Save>(host.store, { kind: 'pathway-save', owner: id });
  const found = kept.map(({ body }) => body);
  return [last, ...found.filter(({ number }) => number < last.number).reverse()];
}

/**
 * Keeps a draft with changes, as a new save. Only the pen-holder may, and only on the save that they saw; what can't be
 * read at all is refused, what is merely wrong is not.
 */
export async function saveDraft(host: Host, saving: Saving): Promise<{ number: number; at: Moment }> {
  const { body: draft, revision } = await storedDraft(host, saving.draft);
  const { last } = draft;
  if (last.command === saving.commandId && last.by === saving.by) return { number: last.number, at: last.at };
  await refuseUnlessWritable(host, draft, saving);
  const before = await textsOf(host, last.files);
  const { files, findings } = withChanges(before, saving.changes);
  const faults = findings.length > 0 ? findings : await unreadable(files, Object.keys(saving.changes));
  if (faults.length > 0) refuseFaults(faults);
  const texts = withSchemas(files, before, await filesOfVersion(host, draft.base));
  return writeSave(host, draft, revision, {
    ...{ by: saving.by, says: saving.says, command: saving.commandId },
    files: await keepTexts(host, texts),
  });
}

/** The draft as it was at an earlier save, as a new save. */
export async function restoreSave(
  host: Host,
  restoring: Omit<Saving, 'changes'> & { save: number },
): Promise<{ number: number; at: Moment }> {
  const { body: draft, revision } = await storedDraft(host, restoring.draft);
  const { last } = draft;
  if (last.command === restoring.commandId && last.by === restoring.by)
    return { number: last.number, at: last.at };
  await refuseUnlessWritable(host, draft, restoring);
  const { files } = await saveOf(host, restoring.draft, restoring.save);
  const { by, says, commandId: command } = restoring;
  return writeSave(host, draft, revision, { by, says, command, files });
}

/** The draft decides: it is written first, with the save in it; a save's own document follows, and is made up for. */
async function writeSave(
  host: Host,
  draft: DraftBody,
  revision: number,
  said: Pick<Save, 'by' | 'says' | 'command' | 'files'>,
): Promise<{ number: number; at: Moment }> {
  await keepSave(host, draft.last);
  const last: Save = { draft: draft.id, number: draft.save + 1, at: host.clock.now(), ...said };
  const state = draft.state === 'refused' ? 'open' : draft.state;
  const put = await putDraft(host, { ...draft, save: last.number, last, state }, revision);
  if (!put.ok) {
    if (put.reason !== 'conflict') refuseWrite(put);
    return refuseStale(host, (await storedDraft(host, draft.id)).body, said.by);
  }
  await keepSave(host, last);
  return { number: last.number, at: last.at };
}

/** Writes a save as a document of its own, once. */
export async function keepSave(host: Host, save: Save): Promise<void> {
  const id = saveId(save.draft, save.number);
  if (await host.store.document('pathway-save', id)) return;
  await host.store.put({ kind: 'pathway-save', id, owner: save.draft, body: save, expecting: 0 });
}

const saveId = (draft: string, number: number): string => `${draft}.${String(number).padStart(6, '0')}`;

async function refuseUnlessWritable(
  host: Host,
  draft: DraftBody,
  { by, expecting }: { by: string; expecting: number },
): Promise<void> {
  if (!['open', 'refused'].includes(draft.state)) refuseState(draft);
  if (draft.pen?.holder !== by) {
    const pen = await penOf(host, draft, by);
    const message = pen.holder
      ? `${pen.holder.name} holds the pen of this draft now. What you changed is still on this page.`
      : 'Nobody holds the pen of this draft. Take it, then save again.';
    refuse(409, 'pen', message, { save: draft.save, pen });
  }
  if (expecting !== draft.save) await refuseStale(host, draft, by);
}

async function refuseStale(host: Host, draft: DraftBody, by: string): Promise<never> {
  const message =
    'This draft was saved elsewhere meanwhile. What you changed is still on this page: look at what is new, then save again.';
  return refuse(409, 'conflict', message, { save: draft.save, pen: await penOf(host, draft, by) });
}

const closed = {
  proposed:
    'This draft is proposed for publishing and stands as it is until that is decided. Fork it to go on.',
  published: 'This draft was published and stands as it was. Start a new one from the version it became.',
  closed: 'This draft is closed. Fork it to go on with it.',
};

function refuseState({ state, save }: DraftBody): never {
  refuse(409, 'not-open', closed[state as keyof typeof closed], { save });
}

/** What can't be read, said to whoever sent it. */
export function refuseFaults(findings: Finding[]): never {
  refuse(422, 'not-readable', findings[0]?.message ?? 'This can’t be read.', { findings });
}
