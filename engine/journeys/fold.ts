import type {
  Case,
  CaseChild,
  Clock,
  Episode,
  Journey,
  JourneyClock,
  JourneyFact,
} from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { onlyWaits } from '../cases/waits.ts';
import { authorsOf } from './authors.ts';
import type { Authors } from './authors.ts';
import type { JourneyChange } from './change.ts';
import { reasonFor } from './reasons.ts';
import { standingAfter } from './standing.ts';
import { stagesAfter } from './stages.ts';
import { talliesAfter } from './tallies.ts';

/**
 * The journeys of a case after a command, from those before it: one for each episode of each child. With none before,
 * and the whole history, all records and every revision of the living documents, they are made anew; then only this
 * can't be known: who held the family before (who holds it now stands for the whole time), and a stay outside every
 * stage that ended before the last entry.
 */
export function journeysAfter(before: Journey[], change: JourneyChange): Journey[] {
  const { case: kase } = change;
  const known = new Map(before.map((journey) => [journey.episode, journey]));
  const stages = stagesAfter(before, change);
  const authors = authorsOf(before, change);
  return kase.children.flatMap((child) =>
    child.episodes.map((episode) => {
      const earlier = known.get(episode.id);
      return {
        ...about(kase, child, episode),
        facts: factsOf(kase, child.id, episode, authors),
        stages: stages.get(episode.id) ?? [],
        clocks: clocksOf(change, child.id, episode, earlier),
        held: heldAfter(earlier, episode, change),
        tallies: talliesAfter(earlier?.tallies ?? [], child.id, episode, change),
        ...standingAfter(earlier, child.id, episode, change),
      };
    }),
  );
}

function about(kase: Case, child: CaseChild, { id, opened, closed }: Episode) {
  const { born, expected } = child;
  return {
    ...{ case: kase.id, child: child.id, episode: id, version: kase.version, opened },
    ...(closed ? { closed } : {}),
    ...(born ? { born } : {}),
    ...(expected ? { expected } : {}),
  };
}

function factsOf(kase: Case, child: string, episode: Episode, authors: Authors): JourneyFact[] {
  return kase.happenings
    .filter((one) => one.child === child && one.episode === episode.id && !one.replacedBy)
    .map((happening) => {
      const { fact, on, value, record } = happening;
      return { fact, on, ...(value === undefined ? {} : { value }), ...authors(happening), record };
    });
}

/** Clocks that somebody can be late for; what only wakes the drawing is none. */
function clocksOf(
  change: JourneyChange,
  child: string,
  episode: Episode,
  earlier: Journey | undefined,
): JourneyClock[] {
  const own = change.case.clocks.filter(
    (clock) =>
      clock.child === child &&
      clock.episode === episode.id &&
      !onlyWaits(change.version.pathway, clock.timescale),
  );
  return own.map((clock) => {
    const { timescale, from, due, stopped } = clock;
    const reason = reasonFor(change, own, clock) ?? reasonBefore(earlier, clock);
    return { timescale, from, due, ...(stopped ? { stopped } : {}), ...(reason ? { reason } : {}) };
  });
}

function reasonBefore(earlier: Journey | undefined, { timescale, from }: Clock): string | undefined {
  return earlier?.clocks.find((one) => one.timescale === timescale && one.from === from)?.reason;
}

/** A new episode begins with who holds the family now; one that closed is held by nobody new. */
function heldAfter(
  earlier: Journey | undefined,
  episode: Episode,
  { held: { team, worker }, history }: JourneyChange,
): Journey['held'] {
  const now = { ...(team ? { team } : {}), ...(worker ? { worker } : {}) };
  const last = earlier?.held.at(-1);
  if (!earlier || !last) return [{ ...now, from: episode.opened }];
  if (earlier.closed && episode.closed) return earlier.held;
  if (last.team === now.team && last.worker === now.worker) return earlier.held;
  const from = dayOf(history.at(-1)?.at ?? episode.opened);
  // who held it for no whole day held it on none
  const stays = last.from === from ? earlier.held.slice(0, -1) : earlier.held;
  return [...stays, { ...now, from }];
}
