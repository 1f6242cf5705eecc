import { get, newCommandId, post, put, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface FallsDue {
  case: Named;
  first: string;
  until: string;
  rules: string[];
  due: number;
  children: number;
  held: boolean;
}

export interface Rule {
  id: string;
  name: string;
  facts: { fact: string; values?: string[] }[];
  from: 'born' | 'last-work' | 'fact' | 'hold';
  years: number;
  inForce?: boolean;
  source: string;
}

export interface Proposal {
  id: string;
  case: { id: string; name?: string };
  state: 'proposed' | 'refused' | 'done';
  at: string;
  by: Named;
  whole: boolean;
  children: number;
  rules: { name: string; until: string }[];
  decided?: { by: string; at: string; why?: string };
}

export interface KeptChild {
  id: string;
  name: string;
  until: string;
  isOpen: boolean;
  due: boolean;
  heldBy: string[];
  rule: { id: string; name: string; source: string };
  classes: { id: string; name: string; until: string }[];
}

export interface Hold {
  id: string;
  why: string;
  by: string;
  since: string;
  lifted?: { by: string; at: string; why: string };
}

export interface FamilyRetention {
  case: Named;
  until: string;
  children: KeptChild[];
  holds: Hold[];
  disposal?: { whole: boolean; goes: { records: number; people: number }; stays: { records: number } };
  proposals: Proposal[];
}

export interface Rules {
  rules: Rule[];
  revision: number;
  /** facts as people read them, by id */
  factNames: Record<string, string>;
}

const ofCase = (id: string): string => `/cases/${encodeURIComponent(id)}`;

export const loadDue = (
  by: string,
  after?: string,
): Promise<Answered<{ rows: FallsDue[]; looked: number; next?: string }>> =>
  get(`/retention${query({ by, after })}`);
export const loadRules = (): Promise<Answered<Rules>> => get('/retention/rules');
export const saveRules = (rules: Rule[], revision: number): Promise<Answered<{ revision: number }>> =>
  put('/retention/rules', { rules, revision });
export const loadDisposals = (): Promise<Answered<{ proposals: Proposal[] }>> => get('/disposals');
export const loadRetention = (id: string): Promise<Answered<FamilyRetention>> =>
  get(`${ofCase(id)}/retention`);
export const putHold = (id: string, why: string): Promise<Answered<unknown>> =>
  post(`${ofCase(id)}/holds`, { why, commandId: newCommandId() });
export const endHold = (id: string, hold: string, why: string): Promise<Answered<unknown>> =>
  post(`${ofCase(id)}/holds/${hold}/end`, { why });
export const propose = (id: string): Promise<Answered<{ id: string }>> =>
  post(`${ofCase(id)}/disposals`, { commandId: newCommandId() });
export const refuseIt = (id: string, disposal: string, why: string): Promise<Answered<unknown>> =>
  post(`${ofCase(id)}/disposals/${disposal}/refusal`, { why });
export const approve = (id: string, disposal: string): Promise<Answered<unknown>> =>
  post(`${ofCase(id)}/disposals/${disposal}/approval`);
export const certificatePath = (disposal: string): string => `/api/disposals/${disposal}/certificate`;
