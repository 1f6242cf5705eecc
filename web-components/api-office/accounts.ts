import { get, post, put, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface AccountRow extends Named {
  displayName: string;
  roles: string[];
  team?: string;
  /** the last day it is open */
  until?: string;
  disabled: boolean;
  open: boolean;
  /** has chosen a password here */
  password: boolean;
  source: 'local' | 'csv' | 'scim' | 'oidc';
  /** reference numbers of families that are hidden from this person */
  conflicts: string[];
  revision: number;
}

export interface AccountSaid {
  displayName: string;
  roles: string[];
  team?: string;
  until?: string;
}

export interface TeamRow extends Named {
  service?: string;
}

export interface ImportPlan {
  faults: { line: number; message: string }[];
  steps: { does: 'make' | 'change' | 'disable'; name: string; displayName: string; because: string[] }[];
  counts: ImportCounts;
  fingerprint: string;
}

export interface ImportCounts {
  made: number;
  changed: number;
  disabled: number;
  same: number;
}

/** What the pages of accounts show together. */
export interface Office {
  accounts: AccountRow[];
  roles: Named[];
  teams: TeamRow[];
}

/** Accounts with the names of roles and teams; refused as a whole when one of them is. */
export async function loadOffice(): Promise<Answered<Office>> {
  const [accounts, roles, teams] = await Promise.all([
    get<AccountRow[]>('/accounts'),
    get<Named[]>('/accounts/roles'),
    get<TeamRow[]>('/teams'),
  ]);
  if (!accounts.ok) return accounts;
  if (!roles.ok) return roles;
  if (!teams.ok) return teams;
  return { ok: true, value: { accounts: accounts.value, roles: roles.value, teams: teams.value } };
}

/** Roles that wait for a second person. `mine`: given by whoever reads, or to them. */
export interface RoleRequest {
  account: Named;
  roles: string[];
  by: string;
  at: string;
  mine: boolean;
}

type Facts = Record<string, string | string[] | boolean>;

/** What was changed of an account, the latest first. */
export interface AccountLog {
  changes: { at: string; by: string; confirmedBy?: string; alone?: boolean; from: Facts; to: Facts }[];
  families: { case: string; hidden: boolean; by: string; at: string; reason?: string }[];
}

/** What came of a change: `waiting` roles are not held until somebody else confirms them. */
export interface AccountChanged {
  id: string;
  revision: number;
  waiting: string[];
}

const at = (id: string): string => `/accounts/${encodeURIComponent(id)}`;

export const makeAccount = (account: AccountSaid & { name: string }): Promise<Answered<AccountChanged>> =>
  post('/accounts', account);
export const changeAccount = (
  id: string,
  account: AccountSaid & { disabled: boolean; conflicts?: string[]; reason?: string; revision: number },
): Promise<Answered<AccountChanged>> => put(at(id), account);
export const endSessionsOf = (id: string): Promise<Answered<unknown>> => post(`${at(id)}/sessions/end`);
export const makePasswordLink = (id: string): Promise<Answered<{ token: string; expires: string }>> =>
  post(`${at(id)}/password-link`);
export const accountLog = (id: string): Promise<Answered<AccountLog>> => get(`${at(id)}/log`);
export const roleRequests = (): Promise<Answered<RoleRequest[]>> => get('/role-requests');
export const confirmRoles = (id: string): Promise<Answered<unknown>> => post(`${at(id)}/roles/confirm`);
export const refuseRoles = (id: string): Promise<Answered<unknown>> => post(`${at(id)}/roles/refuse`);
export const putTeam = (id: string, team: { name: string; service?: string }): Promise<Answered<unknown>> =>
  put(`/teams/${encodeURIComponent(id)}`, team);
export const planImport = (table: string, disableMissing: boolean): Promise<Answered<ImportPlan>> =>
  post('/accounts/import-plan', { table, disableMissing });
export const carryOutImport = (
  table: string,
  disableMissing: boolean,
  fingerprint: string,
): Promise<Answered<ImportCounts>> => post('/accounts/import', { table, disableMissing, fingerprint });
export const choosePassword = (token: string, password: string): Promise<Answered<unknown>> =>
  post('/new-password', { token, password });
