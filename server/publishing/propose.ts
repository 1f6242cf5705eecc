import { addDays, dayOf } from '#engine';
import type { Day, Finding } from '#engine';
import { idFromCommand } from '../command-id.ts';
import { changeDraft } from '../drafts/index.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { gateOf } from './gate.ts';
import type { GateItem } from './gate.ts';
import { openProposal } from './publication.ts';
import type { Proposing, PublicationBody } from './publication.ts';
import { tryDraft } from './try-draft.ts';
import type { TriedDraft } from './try-draft.ts';

/** Weeks after which it is looked at whether a change worked. */
const REVIEWS = [4, 8, 12];

/** Proposes a draft as it stands now. Refused, with everything that is missing at once, while a condition is not met. */
export async function propose(
  host: Host,
  draftId: string,
  { by, commandId, ...proposing }: Proposing & { by: string; commandId: string },
): Promise<PublicationBody> {
  const id = idFromCommand('publication', by, commandId);
  const known = await host.store.document<PublicationBody>('publication', id);
  if (known) return known.body;
  if (await openProposal(host, draftId)) {
    refuse(409, 'proposed', 'This draft is proposed already. A practice lead decides on it.');
  }
  refuseIncomplete(host, proposing);
  const { team, examples, move } = proposing;
  const tried = await tryDraft(host, draftId, proposing.authorised, {
    ...{ patient: true },
    ...(team === undefined ? {} : { team }),
  });
  refuseUnmet(await gateOf(host, tried, { examples, move }));
  const body = bodyOf(host, id, tried, proposing, by);
  const change = { kind: 'pathway' as const };
  const put = await host.store.put({ kind: 'publication', id, body, expecting: 0, change });
  if (!put.ok) refuseWrite(put);
  await changeDraft(host, draftId, (draft) => ({ ...draft, state: 'proposed', proposal: { id } }));
  return body;
}

function bodyOf(
  host: Host,
  id: string,
  { draft, version, before, changes, examples, missing }: TriedDraft,
  proposing: Proposing,
  by: string,
): PublicationBody {
  return {
    ...{ id, draft: draft.id, title: draft.title, save: draft.save, version: version.id, before, changes },
    ...{ ...proposing, state: 'proposed', proposed: { by, at: host.clock.now() } },
    authorised: missing.flatMap(({ finding, authorised }) => (authorised ? { finding, ...authorised } : [])),
    holds: (examples ?? []).filter(({ failures }) => failures.length === 0).length,
    reviews: reviewsOf(proposing.effective),
  };
}

export const reviewsOf = (effective: Day): Day[] => REVIEWS.map((weeks) => addDays(effective, weeks * 7));

/** What a person has to say about a change before anybody decides on it. */
function refuseIncomplete(host: Host, { effective, note, why, asked }: Proposing): void {
  const missing: Finding[] = [];
  const say = (question: string, message: string): void => {
    missing.push({ check: 'proposal', level: 'error', question, message });
  };
  if (effective < dayOf(host.clock.now())) say('effective', 'Choose today or a day to come.');
  if (note.trim() === '') say('note', 'Write a note for the people who will work with it.');
  if (why.trim() === '') say('why', 'Say why it is changed. It stands in the change log.');
  if (asked.every((one) => one.trim() === '')) say('asked', 'Say who asked for it.');
  if (missing.length > 0) {
    refuse(422, 'incomplete', 'Some of the proposal is missing.', { findings: missing });
  }
}

/** Every condition that is not met, at once; that a second person decides is what a proposal asks for. */
export function refuseUnmet(items: GateItem[]): void {
  const open = items.filter(({ id, met }) => !met && id !== 'people');
  if (open.length === 0) return;
  const findings = open.map(({ id, says, todo }): Finding => ({
    ...{ check: id, level: 'error', message: [says, todo].filter(Boolean).join(' ') },
  }));
  refuse(422, 'gate', 'This cannot be published yet.', { findings });
}
