import { get, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface Looked {
  at: string;
  who: Named & { roles: string };
  did: string;
  sort: string;
  about?: string;
  case?: { id: string; name?: string };
  refused?: string;
  glass: boolean;
}

export interface LookedPage {
  family?: { id: string; name?: string };
  children?: Named[];
  person?: Named & { roles: string };
  entries: Looked[];
  next?: string;
}

export interface LookedAsked {
  from: string;
  to: string;
  sort: string;
  child: string;
}

/** Where a trail is: of a family, of a person, or the reader's own. */
export type TrailOf = { family: string } | { person: string } | 'mine';

/** The address of a trail under /api. */
export function trailPath(of: TrailOf): string {
  if (of === 'mine') return '/audit/mine';
  return 'family' in of
    ? `/audit/families/${encodeURIComponent(of.family)}`
    : `/audit/people/${encodeURIComponent(of.person)}`;
}

export const loadTrail = (of: TrailOf, asked: LookedAsked, after?: string): Promise<Answered<LookedPage>> =>
  get(`${trailPath(of)}${query({ ...asked, after })}`);

export const tablePath = (of: TrailOf, asked: LookedAsked): string =>
  `/api${trailPath(of)}/entries.csv${query({ ...asked })}`;

export const findStaff = (text: string): Promise<Answered<(Named & { roles: string })[]>> =>
  get(`/audit/people${query({ text })}`);

export interface Anchored {
  ok: boolean;
  at?: string;
  message?: string;
}

export const loadAnchored = (): Promise<Answered<Anchored>> => get('/audit/anchors');
