import type { Moment } from '#engine';
import type { Action } from './actions.ts';
import type { Rights } from './rights.ts';

/** Access to one family, given for a time: by breaking the glass, or by an invitation. */
export interface Grant {
  id: string;
  kind: 'break-glass' | 'invitation';
  case: string;
  actions: Action[];
  until: Moment;
}

/** Who is asking: an account with what its roles and team give it, read anew for every request. */
export interface Person {
  id: string;
  name: string;
  roles: { id: string; name: string }[];
  team?: { id: string; name: string };
  /** ids of all teams of the service the person's team is part of */
  serviceTeams: string[];
  /** what each role may do here at present; absent: what it may do by default */
  rights?: Rights;
  /** what is given for a time, and has not ended */
  grants?: Grant[];
  /** accounts that are absent today and whose own work counts as this person's */
  covers?: string[];
  /** families that are hidden from this person, whatever the roles: a conflict of interest */
  conflicts?: string[];
  /** sees stable invented names in place of people's, and no words anybody wrote */
  pseudonymised?: boolean;
  /** the account ends then by itself */
  until?: Moment;
  /** signed in with more than one factor */
  strong?: boolean;
  /** when they last showed that it is them */
  stepUp?: Moment;
}
