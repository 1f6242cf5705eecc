import type { Moment } from '#engine';

/** Who is asking: an account with what its roles and team give it, read anew for every request. */
export interface Person {
  id: string;
  name: string;
  roles: { id: string; name: string }[];
  team?: { id: string; name: string };
  /** ids of all teams of the service the person's team is part of */
  serviceTeams: string[];
  /** signed in with more than one factor */
  strong?: boolean;
  /** when they last showed that it is them */
  stepUp?: Moment;
}
