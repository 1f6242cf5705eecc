import { narrowTeams, reachOf, readerOf, teamsInReach } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { JourneysAsked } from '../journeys/index.ts';
import type { Reader } from '../store/port.ts';

export interface Asked {
  /** a team within reach, or 'all'; absent: one's own, for whoever gives work to no other */
  team?: string;
  worker?: string;
}

/** Rows of one list that are shown at once; the rest is counted. */
export const mostRows = 200;

/** Which teams the reader's lists are about. */
export function teamOf(person: Person, { team }: Asked): string | undefined {
  if (team !== undefined) return team === 'all' ? undefined : team;
  return reachOf(person, 'give-task') === 'team' ? person.team?.id : undefined;
}

/** The bounds of every list of tasks: as far as the reader's work reaches, narrowed to what was asked. */
export function bounds(person: Person, asked: Asked): Reader & { teams?: string[]; assignee?: string } {
  return {
    ...readerOf(person),
    ...narrowTeams(teamsInReach(person, 'list-work'), teamOf(person, asked)),
    ...(asked.worker === undefined ? {} : { assignee: asked.worker }),
  };
}

/** Journeys of families in the same bounds. */
export function journeysAsked(person: Person, asked: Asked): JourneysAsked {
  const team = teamOf(person, asked);
  return {
    ...(team === undefined ? {} : { team }),
    ...(asked.worker === undefined ? {} : { worker: asked.worker }),
    action: 'list-work',
  };
}
