import { dayOf } from '#engine';
import type { Day } from '#engine';
import { changeDraft, closeDraft } from '../drafts/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { moveIsPublished } from '../moving/index.ts';
import { gateOf } from './gate.ts';
import { refuseUnmet, reviewsOf } from './propose.ts';
import { allPublications, decidePublication, openProposal } from './publication.ts';
import type { PublicationBody } from './publication.ts';
import { tryDraft } from './try-draft.ts';

/**
 * The second person publishes what the first proposed. Everything is looked at once more; then the version is stored
 * and compiled, the change log written, the draft closed. Cut off in between and done again, it goes on where it was.
 */
export async function approve(host: Host, draftId: string, by: string): Promise<PublicationBody> {
  const proposal = await openProposal(host, draftId);
  if (!proposal) {
    const done = await decidedBy(host, draftId, by, 'published');
    return done ?? refuse(409, 'not-proposed', 'Nothing is proposed here, or it has been decided already.');
  }
  refuseSamePerson(proposal, by);
  const { team, examples, move, authorised } = proposal;
  const tried = await tryDraft(host, draftId, authorised, {
    ...{ patient: true },
    ...(team === undefined ? {} : { team }),
  });
  if (tried.draft.save !== proposal.save || tried.version.id !== proposal.version) {
    refuse(
      409,
      'draft-changed',
      'The draft has changed since it was proposed. Refuse this proposal, and have it proposed as it is now.',
    );
  }
  // cut off after the version was stored, it is published already: what is left is to say so
  const isStored = (await host.versions.list()).some((row) => row.publication === proposal.id);
  if (!isStored) refuseUnmet(await gateOf(host, tried, { examples, move }));
  const effective = laterOf(proposal.effective, dayOf(host.clock.now()));
  const forWhom = { effective, ...(team === undefined ? {} : { team }) };
  await host.versions.publish({
    ...{ name: proposal.title, files: tried.files, publication: proposal.id, ...forWhom },
    examples: holding(tried.exampleTexts, tried.examples ?? []),
  });
  if (move) await moveIsPublished(host, move.id, forWhom);
  const published = await decidePublication(host, proposal.id, {
    ...{ state: 'published', effective, reviews: reviewsOf(effective) },
    approved: { by, at: host.clock.now() },
  });
  await closeDraft(host, draftId, 'published');
  return published;
}

/** A proposal is refused, with the reason: it stays to be read, and the group may go on with the draft. */
export async function refuseProposal(
  host: Host,
  draftId: string,
  { by, because }: { by: string; because: string },
): Promise<PublicationBody> {
  const proposal = await openProposal(host, draftId);
  if (!proposal) {
    const done = await decidedBy(host, draftId, by, 'refused');
    return done ?? refuse(409, 'not-proposed', 'Nothing is proposed here, or it has been decided already.');
  }
  if (because.trim() === '') refuse(422, 'no-reason', 'Say why it is refused: the group will read it.');
  const refused = await decidePublication(host, proposal.id, {
    ...{ state: 'refused', refused: { by, at: host.clock.now(), because } },
  });
  await changeDraft(host, draftId, (draft) => ({ ...draft, state: 'refused' }));
  return refused;
}

/** The same decision by the same person once more: the first answer. */
async function decidedBy(
  host: Host,
  draft: string,
  by: string,
  state: 'published' | 'refused',
): Promise<PublicationBody | undefined> {
  const last = (await allPublications(host)).find((one) => one.draft === draft);
  const who = state === 'published' ? last?.approved?.by : last?.refused?.by;
  if (last?.state !== state || who !== by) return undefined;
  if (state === 'published') await closeDraft(host, draft, 'published');
  return last;
}

function refuseSamePerson({ proposed }: PublicationBody, by: string): void {
  if (proposed.by === by) {
    refuse(403, 'same-person', 'You proposed this yourself. Somebody else has to decide on it.');
  }
}

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

function holding(
  texts: Record<string, string>,
  played: { id: string; failures: string[] }[],
): Record<string, string> {
  const failing = new Set(played.filter(({ failures }) => failures.length > 0).map(({ id }) => id));
  const idOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.json$/, '');
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !failing.has(idOf(path))));
}
