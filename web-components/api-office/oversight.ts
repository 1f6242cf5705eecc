import { get, newCommandId, post, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export type Act = 'open' | 'give' | 'explain' | 'oversee' | 'escalate' | 'answer' | 'reopen';

/** One line of a worklist: whose it is, what is late by how much and why, and what can be done here. */
export interface WorklistRow {
  id: string;
  case: string;
  caseName: string;
  children: Named[];
  worker?: Named;
  role?: string;
  team?: Named;
  what: string;
  task?: string;
  clock?: string;
  due?: string;
  says: string;
  late: boolean;
  days: number;
  why?: string;
  reason?: { says: string; by?: string; at?: string };
  escalation?: string;
  does: Act[];
}

export interface Worklist {
  id: string;
  name: string;
  says: string;
  count: number;
  rows: WorklistRow[];
}

export interface Worklists {
  lists: Omit<Worklist, 'rows'>[];
  /** the team they are narrowed to, when one was not chosen */
  team?: string;
  filters: { teams: Named[]; workers: Named[] };
  /** roles something may be taken further to */
  roles: Named[];
  /** the form by which oversight is recorded, for whoever may add it */
  oversight?: string;
}

export interface Narrowed {
  team?: string;
  worker?: string;
}

export interface Decision {
  record: string;
  what: string;
  by: string;
  at: string;
  children: string[];
}

export interface GivenResult {
  ok: boolean;
  message?: string;
}

export const loadWorklists = (narrowed: Narrowed): Promise<Answered<Worklists>> =>
  get(`/worklists${query({ ...narrowed })}`);
export const loadWorklist = (id: string, narrowed: Narrowed): Promise<Answered<Worklist>> =>
  get(`/worklists/${id}${query({ ...narrowed })}`);
export const loadDecisions = (family: string): Promise<Answered<{ decisions: Decision[] }>> =>
  get(`/cases/${family}/decisions`);

export const giveMany = (
  tasks: string[],
  to: string,
  reason: string,
): Promise<Answered<{ results: (GivenResult & { task: string })[] }>> =>
  post('/tasks/allocations', { tasks, to, reason, commandId: newCommandId() });
export const handOver = (
  cases: string[],
  to: string,
  reason: string,
): Promise<Answered<{ results: (GivenResult & { case: string; tasks?: number })[] }>> =>
  post('/cases/hand-over', { cases, to, reason, commandId: newCommandId() });
export const explainLateness = (task: string, reason: string): Promise<Answered<unknown>> =>
  post(`/tasks/${task}/lateness`, { reason, commandId: newCommandId() });
export const escalate = (
  row: Pick<WorklistRow, 'case' | 'task' | 'children'>,
  to: { role: string } | { account: string },
  reason: string,
): Promise<Answered<{ id: string }>> =>
  post(`/cases/${row.case}/escalations`, {
    ...{ to, reason, children: row.children.map(({ id }) => id), commandId: newCommandId() },
    ...(row.task ? { task: row.task } : {}),
  });
export const answerEscalation = (
  family: string,
  escalation: string,
  says: string,
): Promise<Answered<unknown>> =>
  post(`/cases/${family}/escalations/${escalation}/answer`, { says, commandId: newCommandId() });
