import { get, newCommandId, post, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface GateItem {
  id: string;
  says: string;
  met: boolean;
  todo?: string;
}

export interface MissingByLaw {
  finding: string;
  name: string;
  source: string;
  message: string;
  authorised?: { by: string; because: string };
}

export interface ChangeSaid {
  kind: string;
  sentence: string;
  statutory: boolean;
  element?: string;
  form?: string;
  question?: string;
}

interface Act {
  by: string;
  at: string;
  because?: string;
}

export interface Publication {
  id: string;
  draft: string;
  title: string;
  version: string;
  before: Named;
  state: 'proposed' | 'published' | 'refused';
  effective: string;
  team?: string;
  note: string;
  why: string;
  asked: string[];
  authorised: { finding: string; by: string; because: string }[];
  examples: { id: string; because: string }[];
  moves: boolean;
  holds: number;
  proposed: Act;
  approved?: Act;
  refused?: Act;
  changes: ChangeSaid[];
  reviews: string[];
}

export interface Gate {
  draft: { id: string; title: string; why: string; state: string };
  items: GateItem[];
  law: MissingByLaw[];
  before: Named;
  changes: ChangeSaid[];
  examples: { state: 'running' | 'done'; failing: { id: string; title: string; failures: string[] }[] };
  openCases: { id: string; name: string; current: boolean; families: number }[];
  plans: { id: string; from: Named; state: string; ofThisDraft: boolean }[];
  teams: Named[];
  publications: Publication[];
  can: { propose: boolean; decide: boolean; plan: boolean; isOwn: boolean };
}

export interface Proposal {
  effective: string;
  team?: string;
  note: string;
  why: string;
  asked: string[];
  authorised: { finding: string; by: string; because: string }[];
  examples: { id: string; because: string }[];
  move: { id: string } | null;
}

const draft = (id: string): string => `/drafts/${encodeURIComponent(id)}`;

export const loadGate = (id: string): Promise<Answered<Gate>> => get(`${draft(id)}/gate`);
export const propose = (id: string, proposal: Proposal): Promise<Answered<unknown>> =>
  post(`${draft(id)}/proposal`, { ...proposal, commandId: newCommandId() });
export const approve = (id: string): Promise<Answered<unknown>> =>
  post(`${draft(id)}/approval`, { commandId: newCommandId() });
export const refuseProposal = (id: string, because: string): Promise<Answered<unknown>> =>
  post(`${draft(id)}/refusal`, { because, commandId: newCommandId() });
export const loadChanges = (): Promise<Answered<{ entries: Publication[] }>> => get('/pathway/changes');
