import type { Block, CaseRecord, CodeList, Form, Output } from '#engine/browser';
import { get, newCommandId, post, type Answered } from './request.ts';
import type { Named } from './session.ts';

export interface Correction {
  id: string;
  question: string;
  child?: string;
  was?: unknown;
  value?: unknown;
  shown?: string;
  reason: string;
  by: Named | string;
  at: string;
}

/** An answer that somebody must not read. */
export interface WithheldMark {
  id: string;
  question: string;
  child?: string;
  from: string;
  reason: string;
  by: string;
}

export interface RecordPage {
  record: CaseRecord;
  form: Form;
  codeLists: CodeList[];
  blockShapes?: Block[];
  case?: Named;
  children: Named[];
  people?: (Named & { relation?: string })[];
  by: (Named & { role?: string }) | string;
  at: string;
  blocks?: Record<string, Record<string, unknown>[]>;
  computed?: Record<string, string>;
  attachments?: Record<string, { name: string }>;
  output?: Output;
  /** all that the form can be printed as */
  outputs?: Output[];
  corrections?: Correction[];
  canCorrect?: boolean;
  canReopen?: boolean;
  canWithhold?: boolean;
  withheld?: WithheldMark[];
  /** answers that the reader is not shown */
  leftOut?: number;
  task?: string;
}

/** A record; within a rehearsal or an invitation, when it is one's of there. `id?for=family`: as it is handed out. */
export const loadRecord = (id: string, within = ''): Promise<Answered<RecordPage>> =>
  get(`${within}/records/${id}`);
/** Tells that a page is printed, before it is: who printed what stands in the audit. */
export const tellPrinted = (kind: string, id: string): Promise<Answered<unknown>> =>
  post('/prints', { kind, id }, true);
export const correctRecord = (
  id: string,
  correction: { question: string; child?: string; value: unknown; reason: string },
): Promise<Answered<unknown>> =>
  post(`/records/${id}/corrections`, { ...correction, commandId: newCommandId() });
export const reopenRecord = (id: string, reason: string): Promise<Answered<{ task?: string }>> =>
  post(`/records/${id}/reopening`, { reason, commandId: newCommandId() });
