import { get, newCommandId, post, put, type Answered } from '../api/request.ts';
import type { WithheldMark } from '../api/records.ts';
import type { Named } from '../api/session.ts';

export interface Glass {
  hours: number;
  reasons: { code: string; says: string }[];
  /** what the person has open now; without a family: names */
  open: { case?: string; until: string }[];
}

export interface NoticeSays {
  id: string;
  at: string;
  says: string;
  case?: string;
}

export interface RoleRow extends Named {
  performs: string[];
  reach: Record<string, string>;
}

export interface RolesPage {
  roles: RoleRow[];
  actions: string[];
  log: { at: string; by: string; role: string; action: string; from?: string; to?: string; reason: string }[];
  revision: number;
}

export interface CoverRow {
  id: string;
  absent: Named;
  covering: Named;
  says: string;
  canEnd: boolean;
}

export interface Restriction {
  to: string[];
  contact: string;
  shown: 'hidden' | 'exists';
}

export const loadGlass = (): Promise<Answered<Glass>> => get('/break-glass');
export const breakGlass = (
  family: string,
  reason: { code: string; text: string },
): Promise<Answered<{ until: string }>> => post(`/cases/${family}/break-glass`, reason);

export const seeIdentified = (reason: { code: string; text: string }): Promise<Answered<{ until: string }>> =>
  post('/identified', reason);
export const endIdentified = (): Promise<Answered<unknown>> => post('/identified/end');

export const loadNotices = (): Promise<Answered<NoticeSays[]>> => get('/notices');
export const putNoticeAway = (id: string): Promise<Answered<unknown>> => post(`/notices/${id}/read`);

/** Everything that is withheld of a family, but what is from the reader. */
export interface WithheldOf {
  case: string;
  name: string;
  items: WithheldItem[];
}

export interface WithheldItem extends Omit<WithheldMark, 'question'> {
  /** the answer or the row, in words */
  what: string;
  at: string;
  /** from somebody in the family, and so left out of what is handed out */
  inFamily: boolean;
  record?: string;
}

export const loadWithheld = (family: string): Promise<Answered<WithheldOf>> =>
  get(`/cases/${family}/withheld`);
export const withholdAnswer = (
  record: string,
  part: { question: string; child?: string; from: { account: string } | { person: string }; reason: string },
): Promise<Answered<{ id: string }>> => post(`/records/${record}/withholdings`, part);
export const liftWithheld = (id: string, reason: string): Promise<Answered<unknown>> =>
  post(`/withholdings/${id}/lifting`, { reason });

export const loadRoles = (): Promise<Answered<RolesPage>> => get('/roles');
export const changeRight = (
  role: string,
  action: string,
  change: { to: string | null; reason: string; revision: number },
): Promise<Answered<{ revision: number }>> => put(`/roles/${role}/rights/${action}`, change);

export const loadCovers = (): Promise<Answered<CoverRow[]>> => get('/covers');
export const cover = (said: {
  absent: string;
  covering: string;
  from: string;
  to: string;
}): Promise<Answered<{ id: string }>> => post('/covers', said);
export const endCover = (id: string): Promise<Answered<unknown>> => post(`/covers/${id}/end`);

export const restrictFamily = (
  family: string,
  restriction: Restriction | null,
  reason: string,
): Promise<Answered<unknown>> =>
  post(`/cases/${family}/restriction`, { restriction, reason, commandId: newCommandId() });
