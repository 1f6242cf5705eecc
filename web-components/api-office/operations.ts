import { get, post, type Answered } from '../api/request.ts';

/** How the service stands, for those who keep it running. Families are reference numbers here. */
export interface Operations {
  version: string;
  demonstration: boolean;
  leaving: boolean;
  store: { ok: boolean; kind: 'sqlite' | 'mongodb'; writable: boolean; message?: string };
  queue: { lag: number; due: number };
  incidents: { count: number; rows: { case: string; due: string; attempts: number; message: string }[] };
  quarantined: { count: number; rows: { id: string; since: string; message: string }[] };
  audit: { waiting: number };
  anchoring: { ok: boolean; at?: string; tried?: string; message?: string };
  nodes: { process: string; version: string; since: string; seen: string; here: boolean }[];
  pathways: { id: string; name: string; current: boolean }[];
}

export const loadOperations = (): Promise<Answered<Operations>> => get('/operations');
export const retryIncident = (id: string): Promise<Answered<unknown>> =>
  post(`/operations/incidents/${encodeURIComponent(id)}/retry`);
