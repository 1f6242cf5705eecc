import type { Form, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { isDraftWithheld } from '../withholding/index.ts';
import { draftFindings, saveDraft } from './drafts.ts';
import type { DraftPlace } from './drafts.ts';

/** One draft answer as a page sends it. */
export interface DraftSent {
  /** null takes the answer back */
  value: unknown;
  /** of the draft as the page knows it; 0: it knows none */
  revision: number;
  origin?: string;
}

const withheld =
  'A colleague has answered this already, and their answer is withheld from you. Leave it as it is, or ask them.';

/** Keeps one draft answer, or ends the request with what is wrong with it, or with what somebody else wrote. */
export async function keepDraft(
  host: Host,
  at: { version: Version; form: Form; children: string[]; place: DraftPlace },
  draft: DraftSent & { key: string; by: string },
): Promise<{ revision: number; savedAt: string }> {
  const { version, form, children, place } = at;
  const findings = draftFindings(version, form, children, draft.key, draft.value);
  const [first] = findings;
  if (first) refuse(422, 'not-valid', first.message, { findings });
  const { saved, at: savedAt, theirs } = await saveDraft(host, place, draft);
  if (saved.ok) return { revision: saved.revision, savedAt };
  if (!theirs) return refuseWrite(saved);
  if (await isDraftWithheld(host, place, draft.by, theirs)) refuse(409, 'withheld', withheld);
  const { value, revision, by, at: written } = theirs;
  const name = (await accountNames(host.store, [by])).get(by) ?? 'Somebody who left';
  return refuseWrite(saved, { theirs: { value, revision, by: { id: by, name }, at: written } });
}
