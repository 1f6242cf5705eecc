import type { Finding } from '#engine';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { putDraft, storedDraft } from './draft.ts';
import type { DraftBody, Save } from './draft.ts';
import { keepSave } from './saves.ts';
import { keepTexts } from './texts.ts';
import { filesOfVersion } from './version-files.ts';

export interface Start {
  title: string;
  why: string;
  by: string;
  commandId: string;
}

/** Starts a draft from a published version, or a rival of another draft; whoever starts it holds its pen. */
export async function startDraft(
  host: Host,
  { from, ...start }: Start & { from: { version?: string; draft?: string } },
): Promise<string> {
  if ((from.version === undefined) === (from.draft === undefined)) {
    refuse(422, 'from', 'Say what the draft starts from: a published version, or another draft.');
  }
  if (from.draft !== undefined) {
    const { body: other } = await storedDraft(host, from.draft);
    const says = `Forked from “${other.title}”.`;
    return writeDraft(host, start, { base: other.base, fork: other.id, files: other.last.files, says });
  }
  const base = from.version ?? '';
  const files = await keepTexts(host, await filesOfVersion(host, base));
  return writeDraft(host, start, { base, files, says: 'Started.' });
}

/** Starts a draft with files that came from elsewhere. */
export async function startFrom(
  host: Host,
  start: Start,
  brought: { base: string; files: Record<string, string>; says: string; findings: Finding[] },
): Promise<{ draft: string; findings: Finding[] }> {
  const { base, says, findings } = brought;
  const files = await keepTexts(host, brought.files);
  return { draft: await writeDraft(host, start, { base, files, says }), findings };
}

/** The id comes from the command: a repeat starts no second draft. */
async function writeDraft(
  host: Host,
  { title, why, by, commandId }: Start,
  from: Pick<DraftBody, 'base' | 'fork'> & Pick<Save, 'files' | 'says'>,
): Promise<string> {
  const { files, says, ...base } = from;
  const at = host.clock.now();
  const id = idFromCommand('pathway-draft', by, commandId);
  const last: Save = { draft: id, number: 1, at, by, says, files, command: commandId };
  const pen = { holder: by, since: at };
  const put = await putDraft(host, { id, title, why, ...base, by, at, pen, save: 1, last, state: 'open' }, 0);
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  if (put.ok) await keepSave(host, last);
  return id;
}
