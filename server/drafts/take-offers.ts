import { takeOffersBeside } from '#engine';
import type { Accepted, Moment } from '#engine';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { groundOf } from '../pathways/index.ts';
import { draftFiles } from './open-draft.ts';
import { saveDraft } from './saves.ts';
import type { Saving } from './saves.ts';

/** Does what was offered for elements of a drawing that came from elsewhere and can't run here, as a new save. */
export async function takeOffersOf(
  host: Host,
  { accepted, ...saving }: Omit<Saving, 'changes' | 'says'> & { accepted: Accepted[] },
): Promise<{ number: number; at: Moment }> {
  const [{ moddle }, files] = await Promise.all([groundOf(), draftFiles(host, saving.draft)]);
  const xml = await takeOffersBeside(files['pathway.bpmn'] ?? '', accepted, moddle);
  if (xml === '') refuse(422, 'not-readable', 'This could not be done: change the drawing by hand.');
  const says = `Done for ${String(accepted.length)} of what can’t run here.`;
  return saveDraft(host, { ...saving, says, changes: { 'pathway.bpmn': xml } });
}
