import { accountNames, allTeams, may, nothing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { countByVersion, movesForDraft } from '../moving/index.ts';
import { gateOf } from './gate.ts';
import { allPublications } from './publication.ts';
import type { PublicationBody } from './publication.ts';
import { tryDraft } from './try-draft.ts';

/** What the page for publishing a draft shows: the conditions, what people have to say, and what is proposed already. */
export async function gatePage(host: Host, person: Person, draftId: string) {
  const publications = (await allPublications(host)).filter((one) => one.draft === draftId);
  const proposal = publications.find(({ state }) => state === 'proposed');
  const tried = await tryDraft(host, draftId, proposal?.authorised ?? [], {
    ...{ patient: false },
    ...(proposal?.team === undefined ? {} : { team: proposal.team }),
  });
  const [counts, versions, moves, teams, said] = await Promise.all([
    countByVersion(host),
    host.versions.list(),
    movesForDraft(host, draftId),
    allTeams(host.store),
    Promise.all(publications.map((one) => sayPublication(host, one))),
  ]);
  const items = await gateOf(host, tried, {
    examples: proposal?.examples ?? [],
    ...(proposal ? { move: proposal.move, proposal } : {}),
  });
  const isOwn = proposal?.proposed.by === person.id;
  return {
    draft: { id: draftId, title: tried.draft.title, why: tried.draft.why, state: tried.draft.state },
    ...{ items, law: tried.missing, before: tried.before, changes: tried.changes },
    examples: {
      state: tried.examples ? ('done' as const) : ('running' as const),
      failing: (tried.examples ?? []).filter(({ failures }) => failures.length > 0),
    },
    openCases: versions
      .filter(({ id }) => (counts.get(id) ?? 0) > 0 && id !== tried.version.id)
      .map(({ id, name, current }) => ({ id, name, current, families: counts.get(id) ?? 0 })),
    plans: moves.map(({ id, from, to, state }) => {
      const name = versions.find((row) => row.id === from)?.name ?? from.slice(0, 8);
      return { id, from: { id: from, name }, state, ofThisDraft: to === tried.version.id };
    }),
    teams: teams.map(({ id, name }) => ({ id, name })),
    publications: said,
    can: {
      propose: !proposal && ['open', 'refused'].includes(tried.draft.state),
      decide: proposal !== undefined && !isOwn && may(person, 'approve-pathway', nothing).ok,
      plan: may(person, 'move-cases', nothing).ok,
      isOwn,
    },
  };
}

/** A proposal or publication with the names of who did what. */
export async function sayPublication(host: Host, one: PublicationBody) {
  const { proposed, approved, refused, save: _save, move, draft, ...rest } = one;
  const names = await accountNames(host.store, [proposed.by, approved?.by, refused?.by]);
  const said = <Act extends { by: string }>(act: Act): Act => ({
    ...act,
    by: names.get(act.by) ?? 'Somebody who left',
  });
  const teams = one.team === undefined ? [] : await allTeams(host.store);
  const team = teams.find(({ id }) => id === one.team);
  return {
    ...rest,
    ...{ draft, moves: move !== null, proposed: said(proposed) },
    ...(one.team === undefined ? {} : { team: team?.name ?? one.team }),
    ...(approved ? { approved: said(approved) } : {}),
    ...(refused ? { refused: said(refused) } : {}),
  };
}
